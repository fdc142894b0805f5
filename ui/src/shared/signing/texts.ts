// Words about a checked file: the verdict as a sentence, and what it rests on.
const zhCN = {
  /** Signers that the sentence names. */
  signers: {
    countersigned: (client: string, provider: string) =>
      `甲方${client}、乙方${provider}都已签署，签署后内容没有改动。`,
    signedByOne: (party: string, name: string, other: string) =>
      `${party}${name}已签署，内容没有改动；还没有${other}的签名。`,
    signedByOther: (name: string) => `${name}已签署，内容没有改动；但不在甲方或乙方的签名栏里。`,
    unsigned: "这份文件还没有人签署。",
    unsignedDraft: "这是一份草稿，没有人签署，也不能签署。",
    altered: "这份文件在签署后被改动过，签名不能作数。请向对方索取原文件。",
    unverifiable: "签名用的算法本程序不能核验。请打印后手工签字盖章，再登记纸质签署。",
    invalid: "这不是可读的 PDF，或者签名已经损坏。请向对方索取原文件。",
  },
  /** What speaks against a file although its signatures are whole. */
  but: {
    sameKey: "双方的签名用的是同一个密钥，不能算双方签署。",
    notRegistered: (party: string) => `${party}的签名证书不是该方登记的证书。`,
    notTrusted: (party: string) => `${party}的签名证书不受信任。`,
    expired: (party: string) => `${party}签署时证书已过有效期。`,
    tooEarly: (party: string) => `${party}签署时证书还没有生效。`,
    otherFigures: "文件里的数据与账本不一致。",
    headMissing: "账本里查不到文件上的防篡改校验值，账本可能被改动过，请校验账本。",
    draft: "这是一份草稿。",
  },
  parties: { client: "甲方", provider: "乙方" } as Record<string, string>,
  otherSignature: "其他签名",
  details: "核对明细",
  file: "文件",
  reportNo: "报告编号",
  revision: (n: number) => `第 ${n} 版`,
  formal: "正式",
  draft: "草稿",
  checkCode: "校验码",
  pages: (n: number) => `${n} 页`,
  signature: {
    title: "签名",
    party: "签署方",
    signer: "签署人",
    at: "签署时间",
    atHelp: "以签署人电脑的时间为准",
    noTime: "未写明时间",
    certificate: "证书",
    intact: "签名完好",
    notIntact: "签名不完好",
    notWhole: "签名没有覆盖整个版本",
    unknownAlgorithm: (name: string) => `签名算法 ${name}，本程序不能核验`,
    expiredNow: "证书现已到期",
    fingerprint: "证书指纹",
    reason: "事由",
    location: "地点",
  },
  changes: "签署之后",
  changeOnPage: (change: string, page: string) => `${change}（第 ${page} 页）`,
  ledger: "与账本核对",
};

const en: typeof zhCN = {
  signers: {
    countersigned: (client, provider) =>
      `Signed by ${client} for the client and ${provider} for the provider; not changed since.`,
    signedByOne: (party, name, other) =>
      `Signed by ${name} for the ${party.toLowerCase()} and not changed; the ${other.toLowerCase()}'s signature is missing.`,
    signedByOther: (name) => `Signed by ${name} and not changed, but in neither party's field.`,
    unsigned: "Nobody has signed this file yet.",
    unsignedDraft: "This is a draft: nobody has signed it, and it cannot be signed.",
    altered: "This file was changed after signing; the signatures do not count. Ask for the original file.",
    unverifiable:
      "The signature uses an algorithm that this program cannot verify. Print the report, sign and stamp it by hand, then record the paper.",
    invalid: "This is not a readable PDF, or its signatures are damaged. Ask for the original file.",
  },
  but: {
    sameKey: "Both signatures were made with one key: that is not a signature of both parties.",
    notRegistered: (party) => `The ${party.toLowerCase()}'s certificate is not the one registered for it.`,
    notTrusted: (party) => `The ${party.toLowerCase()}'s certificate is not trusted.`,
    expired: (party) => `The ${party.toLowerCase()}'s certificate had expired when signing.`,
    tooEarly: (party) => `The ${party.toLowerCase()}'s certificate was not valid yet when signing.`,
    otherFigures: "The figures in the file differ from the ledger's.",
    headMissing:
      "The integrity value on the file is not in the ledger, which may have been altered: verify the ledger.",
    draft: "This is a draft.",
  },
  parties: { client: "Client", provider: "Provider" },
  otherSignature: "Other signature",
  details: "Details of the check",
  file: "File",
  reportNo: "Report no.",
  revision: (n) => `revision ${n}`,
  formal: "formal",
  draft: "draft",
  checkCode: "Check code",
  pages: (n) => `${n} pages`,
  signature: {
    title: "Signatures",
    party: "For",
    signer: "Signer",
    at: "Signed at",
    atHelp: "By the clock of the signer's computer",
    noTime: "no time given",
    certificate: "Certificate",
    intact: "intact",
    notIntact: "not intact",
    notWhole: "does not cover its whole revision",
    unknownAlgorithm: (name) => `algorithm ${name}, which this program cannot verify`,
    expiredNow: "the certificate has expired since",
    fingerprint: "Fingerprint",
    reason: "Reason",
    location: "Place",
  },
  changes: "After signing",
  changeOnPage: (change, page) => `${change} (page ${page})`,
  ledger: "Against the ledger",
};

export const TEXTS = { "zh-CN": zhCN, en };
export type SigningTexts = typeof zhCN;

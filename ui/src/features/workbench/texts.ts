// Words of the workbench.
export const zhCN = {
  due: "待办事项",
  nothingDue: "现在没有要您办的事",
  nothingDueHelp: "有新的事项时会列在这里。可以先看看本季度的概况。",
  by: (day: string) => `${day} 前`,
  since: (day: string) => `自 ${day}`,
  overdue: "已过期",
  dueToday: (count: number) => `有 ${count} 件事今天到期或已超时`,
  go: "去办理",
  some: (units: string[], count: number) =>
    `${units.join("、")}${count > units.length ? ` 等 ${count} 个单位` : ""}`,
  tasks: {
    scoreMonth: (where: string, month: string, persons: number) =>
      persons === 0 ? `${month}评分或声明无在岗人员：${where}` : `${month}还有 ${persons} 人未评分：${where}`,
    closeMonth: (where: string, month: string) => `${month}得分待审核：${where}`,
    confirm: (where: string, _: string, __: number, quarter: string) => `${quarter}结果待确认：${where}`,
    objection: (where: string, _: string, __: number, quarter: string) => `${quarter}有异议待办理：${where}`,
    approveExemption: (where: string, _: string, __: number, quarter: string) =>
      `${quarter}不纳入考核待审批：${where}`,
    applications: (where: string, _: string, count: number) => `${count} 件请假、加班申请待审批：${where}`,
    contract: (_: string, __: string, ___: number, quarter: string) => `${quarter}的服务费还没有登记`,
    prepare: (_: string, __: string, ___: number, quarter: string) => `${quarter}可以编制结算了`,
    review: (_: string, __: string, ___: number, quarter: string) => `${quarter}结算待复核`,
    finalise: (_: string, __: string, ___: number, quarter: string) => `${quarter}结算待审批`,
    sign: (_: string, __: string, ___: number, quarter: string) => `${quarter}报告待双方签署`,
    pay: (_: string, __: string, ___: number, quarter: string, amount: string) =>
      `${quarter}待结清 ${amount}`,
    fileLetter: (where: string, _: string, persons: number) =>
      `${persons} 人已到预计到岗日期，还没有登记到岗接收函：${where}`,
    probationEnds: (where: string, _: string, persons: number) => `${persons} 人的试用即将期满：${where}`,
    approveReplacement: (where: string, _: string, persons: number) =>
      `${persons} 份更换人员申请待审批：${where}`,
    openCase: (where: string, _: string, persons: number) => `${persons} 人试用期已满，待受理认证：${where}`,
    proveCase: (where: string, _: string, persons: number) => `${persons} 人的认证待举证：${where}`,
    decideCase: (where: string, _: string, persons: number) => `${persons} 人的认证待评定：${where}`,
    retrainCase: (where: string, _: string, persons: number) =>
      `${persons} 人认证未通过，待安排培训：${where}`,
    replaceCase: (where: string, _: string, persons: number) =>
      `${persons} 人认证未通过，待申请更换：${where}`,
    ticketsRefused: (where: string, _: string, count: number) =>
      `${count} 张工单第二责任人无法接办，待处理：${where}`,
    ticketsOverdue: (where: string, _: string, count: number) => `${count} 张工单已超时：${where}`,
    ticketsBid: (where: string, _: string, count: number) =>
      `${count} 份投标临近或已过截止日，还没有登记递交：${where}`,
    ticketsEscalated: (where: string, _: string, count: number) =>
      `${count} 张工单超时已久，请督办：${where}`,
    ticketsFollow: (where: string, _: string, count: number) =>
      `${count} 张工单请了他人支持还没有答复，请打电话催办：${where}`,
    ticketsSoon: (where: string, _: string, count: number) => `${count} 张工单即将到期：${where}`,
    checkpointsOverdue: (where: string, _: string, count: number) =>
      `${count} 个商机监控点已到期未完成：${where}`,
    checkpointsSoon: (where: string, _: string, count: number) => `${count} 个商机监控点临近：${where}`,
    formsOverdue: (where: string, _: string, count: number) =>
      `${count} 件投诉、产品问题等待办环节已超时：${where}`,
    tasksOverdue: (where: string, _: string, count: number) => `${count} 项任务已超时：${where}`,
    formsSoon: (where: string, _: string, count: number) =>
      `${count} 件投诉、产品问题等待办环节即将到期：${where}`,
    tasksSoon: (where: string, _: string, count: number) => `${count} 项任务即将到期：${where}`,
    remindersOverdue: (where: string, _: string, count: number, __: string, ___: string, term: string) =>
      `${term}已过期 ${count} 项：${where}`,
    remindersSoon: (where: string, _: string, count: number, __: string, ___: string, term: string) =>
      `${term}临近 ${count} 项：${where}`,
    approvalsReminded: (where: string, _: string, count: number) =>
      `${count} 份文档的审批在催您的意见：${where}`,
    approvalsWaiting: (where: string, _: string, count: number) => `${count} 份文档等您审批：${where}`,
    approvalsReturned: (where: string, _: string, count: number) =>
      `${count} 份您提交的文档被退回，请修改后重新提交：${where}`,
    documentsExpired: (where: string, _: string, count: number) =>
      `${count} 份文档的有效期刚过，请换新版本、改有效期或作废：${where}`,
    documentsExpiring: (where: string, _: string, count: number) => `${count} 份文档的有效期即将到：${where}`,
    filesDamaged: (_: string, __: string, count: number) =>
      `${count} 个附件文件不见了或被改动，请尽快从备份找回`,
    contractEnds: () => "合同即将到期或已经到期，请办理续签并登记新的合同",
  } as Record<
    string,
    (where: string, month: string, persons: number, quarter: string, amount: string, term: string) => string
  >,
  month: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
  glance: (quarter: string) => `${quarter}概况`,
  notYet: "得分还不全，算不出总分和服务费",
  overall: "总分",
  coefficient: "支付系数",
  fee: "应付服务费",
  provisional: "按现有得分试算，审定前会变",
  closedMonths: "已审核的单位月份",
  confirmedUnits: "双方已确认的单位",
  of: (done: number, all: number) => `${done} / ${all}`,
  unitScore: "本单位季度得分",
  months: "各月得分",
  ownTickets: (count: number) => `我的工单（未办结 ${count}）`,
  noTickets: "没有未办结的工单",
  noTicketsAsked: "需要支持时到“工单”里点“登记工单”，写明需要什么。",
  noTicketsGiven: "分派给您的工单会列在这里。",
  yourWord: "已交付，请确认",
  openTickets: "全部工单",
  open: "打开结算",
  acts: "最近的操作",
  allActs: "全部操作日志",
  noActs: "账本里还没有操作",
  firstSteps: "账本还是空的，先做这三件事",
  steps: {
    units: "导入用人单位",
    people: "导入人员",
    contract: "导入合同（各季度服务费）",
  },
};

const en: typeof zhCN = {
  due: "To do",
  nothingDue: "Nothing waits for you",
  nothingDueHelp: "What comes up is listed here. Meanwhile, have a look at the quarter.",
  by: (day) => `by ${day}`,
  since: (day) => `since ${day}`,
  overdue: "overdue",
  dueToday: (count) =>
    count === 1 ? "One thing is due today or late" : `${count} things are due today or late`,
  go: "Do it",
  some: (units, count) => `${units.join(", ")}${count > units.length ? ` and others, ${count} units` : ""}`,
  tasks: {
    scoreMonth: (where, month, persons) =>
      persons === 0
        ? `${month}: score or declare nobody on duty — ${where}`
        : `${month}: ${persons} without a score — ${where}`,
    closeMonth: (where, month) => `${month}: scores to be reviewed — ${where}`,
    confirm: (where, _, __, quarter) => `${quarter}: results to be confirmed — ${where}`,
    objection: (where, _, __, quarter) => `${quarter}: an objection is open — ${where}`,
    approveExemption: (where, _, __, quarter) => `${quarter}: exemption to be approved — ${where}`,
    applications: (where, _, count) => `${count} applications for leave or overtime wait: ${where}`,
    contract: (_, __, ___, quarter) => `${quarter}: the fee is not on record`,
    prepare: (_, __, ___, quarter) => `${quarter}: the settlement can be prepared`,
    review: (_, __, ___, quarter) => `${quarter}: the settlement is to be reviewed`,
    finalise: (_, __, ___, quarter) => `${quarter}: the settlement is to be approved`,
    sign: (_, __, ___, quarter) => `${quarter}: both parties are to sign the report`,
    pay: (_, __, ___, quarter, amount) => `${quarter}: ${amount} still to be settled`,
    fileLetter: (where, _, persons) => `Expected to have arrived, and no letter filed: ${persons} — ${where}`,
    probationEnds: (where, _, persons) => `Probation ends soon: ${persons} — ${where}`,
    approveReplacement: (where, _, persons) =>
      `Requests for a replacement to be approved: ${persons} — ${where}`,
    openCase: (where, _, persons) => `Probation over, due for certification: ${persons} — ${where}`,
    proveCase: (where, _, persons) => `Certification cases that wait for evidence: ${persons} — ${where}`,
    decideCase: (where, _, persons) => `Certification cases to be decided: ${persons} — ${where}`,
    retrainCase: (where, _, persons) => `Failed certification, training to be planned: ${persons} — ${where}`,
    replaceCase: (where, _, persons) =>
      `Failed certification, replacement to be asked for: ${persons} — ${where}`,
    ticketsRefused: (where, _, count) => `Declined by the second, to be arranged: ${count} — ${where}`,
    ticketsOverdue: (where, _, count) => `Tickets overdue: ${count} — ${where}`,
    ticketsBid: (where, _, count) => `Bids near or past their deadline, not handed in: ${count} — ${where}`,
    ticketsEscalated: (where, _, count) => `Tickets overdue for long, to be urged: ${count} — ${where}`,
    ticketsFollow: (where, _, count) => `Others asked and not answered, to be called: ${count} — ${where}`,
    ticketsSoon: (where, _, count) => `Tickets due soon: ${count} — ${where}`,
    checkpointsOverdue: (where, _, count) =>
      `Checkpoints of opportunities past their day: ${count} — ${where}`,
    checkpointsSoon: (where, _, count) => `Checkpoints of opportunities soon: ${count} — ${where}`,
    formsOverdue: (where, _, count) => `Complaints, problems and other forms overdue: ${count} — ${where}`,
    tasksOverdue: (where, _, count) => `Tasks overdue: ${count} — ${where}`,
    formsSoon: (where, _, count) => `Complaints, problems and other forms due soon: ${count} — ${where}`,
    tasksSoon: (where, _, count) => `Tasks due soon: ${count} — ${where}`,
    remindersOverdue: (where, _, count, __, ___, term) => `${term}, overdue: ${count} — ${where}`,
    remindersSoon: (where, _, count, __, ___, term) => `${term}, soon: ${count} — ${where}`,
    approvalsReminded: (where, _, count) =>
      `Documents whose approval you were reminded of: ${count} — ${where}`,
    approvalsWaiting: (where, _, count) => `Documents that wait for your opinion: ${count} — ${where}`,
    approvalsReturned: (where, _, count) => `Documents of yours that were sent back: ${count} — ${where}`,
    documentsExpired: (where, _, count) => `Documents whose last day has just been: ${count} — ${where}`,
    documentsExpiring: (where, _, count) => `Documents that expire soon: ${count} — ${where}`,
    filesDamaged: (_, __, count) => `Attached files missing or changed, to be found in a backup: ${count}`,
    contractEnds: () => "The contract ends or has ended; please record the next one",
  },
  month: (month) => month,
  glance: (quarter) => `${quarter} at a glance`,
  notYet: "Scores are missing: no overall score and no fee yet",
  overall: "Overall score",
  coefficient: "Coefficient",
  fee: "Fee payable",
  provisional: "From the scores so far; may change until approved",
  closedMonths: "Unit months reviewed",
  confirmedUnits: "Units confirmed by both",
  of: (done, all) => `${done} / ${all}`,
  unitScore: "The unit's score",
  months: "Months",
  ownTickets: (count) => `My tickets (${count} open)`,
  noTickets: "No open tickets",
  noTicketsAsked: "When you need support, register a ticket under Tickets and say what you need.",
  noTicketsGiven: "Tickets that are given to you are listed here.",
  yourWord: "delivered: please confirm",
  openTickets: "All tickets",
  open: "Open the settlement",
  acts: "Latest acts",
  allActs: "The whole log",
  noActs: "No acts in this ledger yet",
  firstSteps: "The ledger is empty. Begin with these three",
  steps: {
    units: "Import units",
    people: "Import people",
    contract: "Import the contract (fee per quarter)",
  },
};

export const TEXTS = { "zh-CN": zhCN, en };

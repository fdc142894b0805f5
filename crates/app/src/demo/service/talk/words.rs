//! What minutes, visits, complaints and other forms of the demo say.

use super::{By, Step};

pub(super) type Said = &'static [(&'static str, &'static str)];

pub(super) const MEETINGS: [&str; 4] =
    ["月度售前支撑例会", "重点项目推进会", "投标复盘会", "与产品、交付部门协调会"];
pub(super) const MEETING_KINDS: [&str; 4] = ["售前例会", "内部讨论", "团队交流", "部门协调会"];
pub(super) const MATTERS: [&str; 3] = [
    "逐项过了在途商机：三个项目本月进入投标阶段，两个项目等客户预算批复。",
    "讨论了方案模板和报价口径，集中反映专线割接时间不确定。",
    "复盘上月两次未中标，主要是演示准备不足和商务偏离表缺项。",
];
pub(super) const DECISIONS: [&str; 3] = [
    "重点项目每周五更新进展；投标文件提前三个工作日送审。",
    "方案统一使用新模板；演示环境由专人维护，演示前一天完成检查。",
    "建立竞争对手资料库，每次开标后两个工作日内补充。",
];
pub(super) const TASKS: [&str; 6] = [
    "完善县区专线组网方案",
    "整理同类项目中标案例",
    "与产品部确认云资源报价",
    "联系客户约定第二次技术交流",
    "更新演示环境和讲解稿",
    "核对招标文件技术偏离表",
];

pub(super) const CONTACT_CHANNELS: [&str; 5] = ["电话", "面谈", "即时通讯", "邮件", "视频会议"];
pub(super) const CONTENTS: [(&str, &str, &str); 5] = [
    ("了解年度信息化预算和采购计划", "预算已报财政，预计下季度批复", "关注本地运维能力"),
    ("核对现网拓扑和设备清单", "客户提供了机房照片和端口表", "现有防火墙明年到期"),
    ("沟通方案初稿意见", "客户要求增加等保测评内容", "另有两家厂商在接触"),
    ("确认演示时间和参加人员", "定于下周三下午，分管领导参加", ""),
    ("回访已交付项目使用情况", "运行稳定，希望增加报表功能", "满意度较高"),
];

pub(super) const PURPOSES: [(&str, &str); 3] = [
    ("拜访客户", "汇报方案并听取分管领导意见"),
    ("拜访客户", "年度回访，了解下一年信息化计划"),
    ("客户来访", "参观机房和展厅，交流整体方案"),
];

pub(super) const COMPLAINTS: [(&str, &str, &str); 5] = [
    ("未按约定时间到场", "约定上午九点到场，十一点才到，影响了内部评审。", "较重"),
    ("方案反复修改仍有错误", "方案中设备数量与清单不一致，改了三次仍未核对。", "较重"),
    ("电话无人接听", "连续两天拨打支撑人员电话无人接听，也没有回复。", "一般"),
    ("演示内容与需求不符", "演示的是其它行业的案例，与我单位需求关系不大。", "一般"),
    ("建议提前发送交流材料", "希望每次交流前一天收到材料，便于内部准备。", "一般"),
];

pub(super) const ADVICE: [&str; 5] =
    ["", "希望方案更贴近本单位实际。", "响应很快，继续保持。", "", "建议增加同行业案例介绍。"];

pub(super) const PROBLEMS: [(&str, &str, &str); 4] = [
    ("产品缺陷", "视频会议终端", "与客户现有编码器互通时画面卡顿，每次约三秒。"),
    ("功能需求", "云管平台", "客户要求按部门分配云资源并出账单，现版本只能按账号。"),
    ("文档问题", "5G 专网网关", "安装手册与实物接口不一致，缺少接地要求。"),
    ("易用性建议", "视频监控平台", "录像检索只能按通道，客户希望按时间和事件检索。"),
];

/// Forms of many kinds: type, title after the customer's name, fields.
pub(super) const FORMS: [(&str, &str, Said); 7] = [
    (
        "inquiry",
        "咨询接待记录",
        &[
            ("name", "信息科值班人员"),
            ("phone", "028-85550000"),
            ("question", "专线由百兆升到千兆要多久，费用怎样变化。"),
            ("handling", "说明办理周期约十个工作日，已转客户经理报价。"),
        ],
    ),
    (
        "competitors",
        "竞争对手和产品优劣势分析",
        &[
            ("rivals", "两家外地集成商，均有一期类似业绩，报价低约一成。"),
            ("strengths", "本地服务队伍、现网专线、云网一体交付。"),
            ("weaknesses", "软件部分依赖合作伙伴，报价偏高。"),
            ("advice", "突出运维响应和割接风险控制，争取按综合评分。"),
        ],
    ),
    (
        "quote",
        "报价单",
        &[
            ("products", "平台软件一套、专线十条、云主机二十台、三年运维"),
            ("total", "1860000"),
            ("rate", "6"),
            ("terms", "验收后付七成，运行一年后付清"),
            ("valid", "2027-03-31"),
        ],
    ),
    (
        "health",
        "客户健康档案",
        &[
            ("kind", "回访"),
            ("event", "季度巡检回访：专线利用率六成，云主机两台内存偏高。"),
            ("state", "总体稳定"),
            ("advice", "下季度扩容云主机内存，更新备份策略。"),
        ],
    ),
    (
        "supportReport",
        "技术支持报告",
        &[
            ("needs", "分支机构访问业务系统慢，要求定位原因。"),
            ("solution", "抓包分析后调整路由并增加一条专线作负载分担。"),
            ("key", "高峰时段出口带宽占满；老旧交换机丢包。"),
            ("result", "时延由 180 毫秒降到 40 毫秒，客户认可。"),
        ],
    ),
    (
        "market",
        "市场情报报告",
        &[
            ("period", "本季度"),
            ("industry", "财政投入向数据共享和安全倾斜，硬件采购减少。"),
            ("trend", "县区集中上云，运维打包采购增多。"),
            ("rivals", "一家云厂商在本地设立服务中心，主推低价迁移。"),
            ("advice", "抓住存量客户续约，提前介入明年预算。"),
        ],
    ),
    (
        "projectSummary",
        "项目总结报告",
        &[
            ("project", "本项目"),
            ("background", "客户一期系统老化，二期要求云网一体。"),
            ("course", "需求调研两轮，方案三稿，演示一次，投标一次。"),
            ("success", "前期介入早，现网情况掌握准确。"),
            ("failure", "报价审批用时过长。"),
            ("lessons", "重点项目应在招标前完成成本测算。"),
            ("case", "yes"),
        ],
    ),
];

const DONE: &str = "done";

pub(super) const HANDLED: Step = Step {
    code: "handled",
    outcome: DONE,
    by: By::Manager,
    fields: &[
        ("facts", "经了解情况属实，前一项目拖延所致。"),
        ("measures", "约谈当事人，改为提前一天确认行程。"),
    ],
    text: None,
};
pub(super) const UPHELD: Step = Step {
    code: "verdict",
    outcome: "upheld",
    by: By::Leader,
    fields: &[],
    text: Some("情况属实，投诉成立，按规定处理。"),
};
pub(super) const NOT_UPHELD: Step = Step {
    code: "verdict",
    outcome: "notUpheld",
    by: By::Leader,
    fields: &[],
    text: Some("当日有约定变更记录，不属于支撑人员责任。"),
};
pub(super) const PARTLY_UPHELD: Step = Step {
    code: "verdict",
    outcome: "partlyUpheld",
    by: By::Leader,
    fields: &[],
    text: Some("材料确有疏漏，到场时间符合约定。"),
};
pub(super) const ANSWERED: Step = Step {
    code: "answered",
    outcome: DONE,
    by: By::Manager,
    fields: &[("way", "电话"), ("answer", "已致歉并说明改进措施，客户表示理解。"), ("satisfied", "yes")],
    text: None,
};

pub(super) const DEPARTMENT: Step =
    Step { code: "department", outcome: "agreed", by: By::Leader, fields: &[], text: Some("同意") };
pub(super) const COMPANY: Step = Step {
    code: "company",
    outcome: "agreed",
    by: By::Other("公司分管领导"),
    fields: &[],
    text: Some("同意"),
};
pub(super) const HELD: Step = Step {
    code: "held",
    outcome: DONE,
    by: By::Manager,
    fields: &[
        ("findings", "客户明年计划建设统一数据平台，预算约八百万元。"),
        ("opinions", "希望先做试点；我方答复两周内提交试点方案。"),
    ],
    text: None,
};
pub(super) const FILED: Step = Step {
    code: "filed",
    outcome: DONE,
    by: By::Manager,
    fields: &[("cost", "860"), ("settled", "yes")],
    text: None,
};

pub(super) const SENT: Step = Step {
    code: "sent",
    outcome: DONE,
    by: By::Manager,
    fields: &[("to", "省公司研发中心"), ("way", "平台")],
    text: None,
};
pub(super) const RESEARCHED: Step = Step {
    code: "answered",
    outcome: DONE,
    by: By::Other("研发中心 刘工"),
    fields: &[("answer", "已复现，列入下一版本修复计划。")],
    text: None,
};
pub(super) const SOLVED: Step = Step {
    code: "closed",
    outcome: DONE,
    by: By::Manager,
    fields: &[("result", "有替代办法"), ("told", "yes")],
    text: None,
};

pub(super) const QUOTE_AGREED: Step =
    Step { code: "approve1", outcome: "agreed", by: By::Leader, fields: &[], text: Some("同意") };
pub(super) const QUOTE_RETURNED: Step = Step {
    code: "approve1",
    outcome: "returned",
    by: By::Leader,
    fields: &[],
    text: Some("运维费用未列明细，请补充后再报。"),
};
pub(super) const QUOTE_RELEASED: Step = Step {
    code: "approve2",
    outcome: "agreed",
    by: By::Other("商务部 周经理"),
    fields: &[],
    text: Some("同意按此报价"),
};

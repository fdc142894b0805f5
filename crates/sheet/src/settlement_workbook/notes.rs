//! The sheet 说明: how to read the workbook, and why its formulas are as they are.

use super::SettlementWorkbook;
use crate::{SheetError, style, template};
use rust_xlsxwriter::Worksheet;

pub(super) fn write(sheet: &mut Worksheet, settlement: &SettlementWorkbook) -> Result<(), SheetError> {
    sheet.set_name("说明")?;
    sheet.set_column_width(0, 110)?;
    let title = format!("{}考核与服务费结算（{}）复算表", settlement.quarter.words(), settlement.standing);
    sheet.write_string_with_format(0, 0, title, &style::title())?;
    let versions = format!("计分与结算规则：{}；评分细则：{}。", settlement.rule_set, settlement.rubric);
    template::lines(
        sheet,
        2,
        &[
            &versions,
            "本表用电子表格公式把同一结算再算一遍，供双方核对；正式结果以双方签署的结算报告为准。",
            "改动《个人月度得分》中的得分或是否计入、《结算》中的权重、档位、基数等，各级结果随之变化。",
            "",
            "一、算法",
            "1. 个人月度得分 → 单位月度：计入人员得分的平均。",
            "2. 单位月度 → 单位季度：有分月份的平均；当月无人的月份不计。",
            "3. 单位季度 → 类别：纳入考核的单位的平均。",
            "4. 类别 → 季度总分：按权重加权，只在这里四舍五入到两位小数；此前各级都不舍入（表中只是显示到六位）。",
            "5. 季度总分 → 系数 → 服务费：按档位；服务费四舍五入到分。",
            "",
            "二、为什么公式写成这样",
            "电子表格用二进制小数计算，0.1、89.995 这样的数存不准，恰好在五上的得分可能被舍错一边，而 89.995 一错就差一成服务费。因此：",
            "1. 得分先乘 10000 变成整数再求和，整数求和没有误差。",
            "2. 总分乘 100 后先舍到第八位小数，去掉约 10 的负 13 次方的计算误差，再加 0.5 取整，使 89.995 必得 90.00。",
            "3. 金额以整数分、系数以整数万分相乘，再取整到分；不含税金额同理。",
            "4. 行与行用序号相连，不用代码和月份：条件函数会把 001 当成 1，把 2026-07 当成日期。",
            "",
            "三、范围",
            "金额不超过 10 亿元时以上公式精确到分。未舍入的总分与舍入界限之差小于 0.0000000001 分而又不相等时，本表可能与程序不一致，",
            "此时以程序的精确分数为准；《结算》的“是否一致”一列会显示出来。",
        ],
    )?;
    Ok(())
}

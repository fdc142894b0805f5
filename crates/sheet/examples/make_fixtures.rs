//! Writes the workbooks from which `tests/fixtures/make.sh` makes fixtures: `make_fixtures DIR`.

#[allow(dead_code)]
#[path = "../tests/main/cases.rs"]
mod cases;

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = std::env::args_os().nth(1).ok_or("usage: make_fixtures DIR")?;
    let directory = Path::new(&directory);
    std::fs::write(directory.join("month.xlsx"), sheet::month_workbook::write(&cases::month_form())?)?;
    for case in cases::quarters() {
        let bytes = sheet::settlement_workbook(&case.settlement)?;
        std::fs::write(directory.join(format!("{}.xlsx", case.name)), bytes)?;
    }
    Ok(())
}

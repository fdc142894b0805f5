//! Prints every document with made-up data into a folder, to be looked at, and says how long it took.
//!
//! `cargo run -p report --release --example print_samples -- FOLDER [FONT_FOLDER]`

use std::path::PathBuf;
use std::time::Instant;

#[path = "../tests/main/people_samples.rs"]
mod people_samples;
#[path = "../tests/main/samples.rs"]
mod samples;
#[path = "../tests/main/ticket_samples.rs"]
mod ticket_samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = arguments.next().ok_or("which folder?")?;
    let fonts = arguments.next().unwrap_or_else(|| "resources/fonts".into());
    std::fs::create_dir_all(&folder)?;
    let started = Instant::now();
    let fonts = report::Fonts::load(&fonts)?;
    println!("fonts: {:?}", started.elapsed());
    let write = |name: &str, make: &dyn Fn() -> Result<Vec<u8>, report::ReportError>| {
        let started = Instant::now();
        let pdf = make()?;
        println!("{name}: {:?}, {} bytes", started.elapsed(), pdf.len());
        std::fs::write(folder.join(format!("{name}.pdf")), pdf)?;
        Ok::<(), Box<dyn std::error::Error>>(())
    };
    for (formal, word) in [(true, "formal"), (false, "draft")] {
        let report = samples::settlement(formal, 5);
        write(&format!("settlement-{word}"), &|| report::render_settlement(&report, &fonts))?;
        let sheet = samples::confirmation(formal, 12);
        write(&format!("confirmation-{word}"), &|| report::render_confirmation(&sheet, &fonts))?;
        let statement = samples::fee_statement(formal);
        write(&format!("fee-{word}"), &|| report::render_fee_statement(&statement, &fonts))?;
        let notice = samples::ranking(formal);
        write(&format!("ranking-{word}"), &|| report::render_ranking_notice(&notice, &fonts))?;
    }
    let slip = samples::objection_slip();
    write("slip", &|| report::render_objection_slip(&slip, &fonts))?;
    use report::view::ArrivalPaperKind::{Letter, SafetyPledge, SecurityAgreement};
    for (kind, name) in [
        (Letter, "arrival-letter"),
        (SecurityAgreement, "security-agreement"),
        (SafetyPledge, "safety-pledge"),
    ] {
        let paper = people_samples::arrival_paper(kind);
        write(name, &|| report::render_arrival_paper(&paper, &fonts))?;
    }
    let request = people_samples::replacement_request();
    write("replacement", &|| report::render_replacement_request(&request, &fonts))?;
    let register = people_samples::register(60);
    write("register", &|| report::render_personnel_register(&register, &fonts))?;
    let month = people_samples::month_sheet(true, 12, true);
    write("month-sheet", &|| report::render_month_sheet(&month, &fonts))?;
    for (certified, name) in [(true, "certificate"), (false, "certification")] {
        let outcome = people_samples::certification(certified);
        write(name, &|| report::render_certificate(&outcome, &fonts))?;
    }
    let ticket = ticket_samples::ticket_dossier();
    write("ticket-dossier", &|| report::render_ticket_dossier(&ticket, &fonts))?;
    let appearance = samples::appearance();
    write("appearance", &|| report::signature_appearance(&appearance, report::SIGNATURE_BOX, &fonts))?;
    if std::env::var_os("HUIQIAN_LARGE").is_some() {
        // 24 units, 1,000 people each, three months: 72,000 rows (one unit is left out of the annex).
        let report = samples::settlement(true, 1044);
        println!("{} rows", report.annex_people.len());
        write("settlement-large", &|| report::render_settlement(&report, &fonts))?;
    }
    Ok(())
}

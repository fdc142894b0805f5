//! Customers and their people: found, registered.

use super::{Program, unit};
use crate::arguments::Customer as Typed;
use crate::output::{Answer, Side, table};
use app::AppError;
use app::requests::{
    Customer, CustomerFields, CustomerView, Customers, EndContact, ExportCustomers, RecordContact,
    RegisterCustomer,
};

impl Program {
    pub(super) fn customer(&mut self, command: Typed) -> Result<Answer, AppError> {
        match command {
            Typed::List { unit, sector, find, limit, out } => {
                let text = find.unwrap_or_default();
                let list = Customers { unit, sector, text, offset: 0, limit: Some(limit) };
                if let Some(out) = out {
                    let written = self.invoke(ExportCustomers { list, out })?;
                    return self.written(&written);
                }
                self.customers(list)
            }
            Typed::Show { customer } => {
                let view = self.invoke(Customer { customer, all: Some(true) })?;
                let text = self.client(&view);
                Answer::of(&view, text)
            }
            Typed::Register { unit: code, name, sector, grade, address, phone, anyway } => {
                let fields = CustomerFields {
                    name,
                    sector,
                    grade,
                    address,
                    phone,
                    fax: None,
                    business: None,
                    needs: None,
                };
                let made = self.invoke(RegisterCustomer { unit: unit(&code)?, fields, anyway })?;
                let text = self.say("customer.registered", &[("customer", &made.customer)]);
                Answer::of(&made, text)
            }
            Typed::Contact { customer, name, post, phone, level, grade, number } => {
                let mobile = phone;
                self.record(RecordContact {
                    customer,
                    number,
                    name,
                    post,
                    phone: None,
                    mobile,
                    mail: None,
                    level,
                    grade,
                })
            }
            Typed::Left { customer, number, on } => self.record(EndContact { customer, number, on }),
        }
    }

    fn customers(&mut self, asked: Customers) -> Result<Answer, AppError> {
        let found = self.invoke(asked)?;
        let headings = ["customer", "name", "sector", "contacts", "open", "won", "tickets"];
        let side = |key: &str| {
            if matches!(key, "customer" | "name" | "sector") { Side::Left } else { Side::Right }
        };
        let headings = headings.map(|key| (self.words.plain(&format!("customer.{key}")), side(key)));
        let rows = found.lines.iter().map(|line| {
            vec![
                line.customer.clone(),
                line.name.clone(),
                line.sector.clone().unwrap_or_default(),
                line.contacts.to_string(),
                line.open.to_string(),
                line.won.to_string(),
                line.tickets.to_string(),
            ]
        });
        let mut text = table(&headings, rows.collect());
        text.push('\n');
        text.push_str(&self.say("customer.found", &[("total", &found.total.to_string())]));
        Answer::of(&found, text)
    }

    /// A customer in lines: its people, its opportunities, its history.
    fn client(&self, view: &CustomerView) -> String {
        let mut lines = vec![format!("{} {}", view.customer, view.name)];
        lines.extend(view.contacts.iter().map(|contact| {
            let parts = [&contact.name, &contact.post, &contact.level, &contact.mobile];
            let said: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
            format!("{}. {}", contact.number, said.join("，"))
        }));
        lines.extend(view.opportunities.iter().map(|one| format!("{} {}", one.opportunity, one.title)));
        lines.extend(view.acts.iter().map(|act| self.said(&act.at, &act.kind, &act.by, act.text.as_deref())));
        lines.join("\n")
    }
}

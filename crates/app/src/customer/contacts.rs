//! A customer's people.

use super::{number_for, read};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{day_or, text_given};
use crate::personal::keep_texts;
use crate::session::{App, Receipt};
use domain::certification::{GradedObject, Standard};
use domain::customer::ContactGrades;
use domain::personal::{CustomerPart, Subject};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Records somebody of a customer, or what is known of them anew. Name, post, telephones and mail are kept beside the journal.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RecordContact {
    /// 客户编号.
    pub customer: String,
    /// Whose; somebody new where absent.
    #[serde(default)]
    pub number: Option<u32>,
    /// 姓名.
    pub name: String,
    /// 职务.
    #[serde(default)]
    pub post: Option<String>,
    /// 办公电话.
    #[serde(default)]
    pub phone: Option<String>,
    /// 手机.
    #[serde(default)]
    pub mobile: Option<String>,
    /// 邮箱.
    #[serde(default)]
    pub mail: Option<String>,
    /// 层次.
    #[serde(default)]
    pub level: Option<String>,
    /// 对象级别 of the qualification standard.
    #[serde(default)]
    pub grade: Option<String>,
}

/// Says that somebody is not at a customer any more.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct EndContact {
    /// 客户编号.
    pub customer: String,
    /// Who.
    pub number: u32,
    /// Since that day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
}

/// 对象级别 of customers' people, as the qualification standard in force names them.
pub(super) fn known_grades(app: &App, conn: &Connection) -> Result<Vec<String>, AppError> {
    let standards = ledger::certification::query::standards(conn)?;
    let standard = Standard::in_force(&standards, app.today()?);
    let of_people = standard.object_grades.into_iter().filter(|grade| grade.of == GradedObject::Client);
    Ok(of_people.map(|grade| grade.name).collect())
}

/// `recordContact`.
pub fn record(app: &mut App, request: RecordContact) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::RecordContact, &request.customer)?;
    let known = known_grades(app, app.conn()?)?;
    app.decide(|tx, _| {
        let customer = read(tx.conn(), &no)?;
        let number = request.number.unwrap_or_else(|| customer.next_contact());
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        let texts = BTreeMap::from([
            ("name".to_owned(), request.name.clone()),
            ("post".to_owned(), given(&request.post)),
            ("phone".to_owned(), given(&request.phone)),
            ("mobile".to_owned(), given(&request.mobile)),
            ("mail".to_owned(), given(&request.mail)),
        ]);
        let subject = Subject::Customer(CustomerPart::Contact(number), no.clone());
        let named = !request.name.trim().is_empty();
        let person = if named { keep_texts(tx, &subject, &texts)? } else { None };
        let owned = |text: &Option<String>| text_given(text.as_deref()).map(str::to_owned);
        let grades = ContactGrades { level: owned(&request.level), grade: owned(&request.grade) };
        Ok(customer.record_contact(number, grades, person, &known)?)
    })
}

/// `endContact`.
pub fn end(app: &mut App, request: EndContact) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::EndContact, &request.customer)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    app.decide(|tx, _| Ok(read(tx.conn(), &no)?.contact_left(request.number, on, today)?))
}

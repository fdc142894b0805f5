//! Whose a new project is: a customer chosen by its number, or one that is named.

use super::CustomerNo;
use super::record::namesakes;
use crate::refusal::Refusal;

/// Whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A customer on record.
    Known(CustomerNo),
    /// Nobody of that name is on record: it is registered along.
    New(String),
}

/// Finds out whose a new project is. A number says it alone; a name does where one customer has it or none, and where several
/// have it the user has to choose (CUS-07). `known` are customers of the unit, at least those of that number and that name.
///
/// # Errors
/// [`Refusal::CustomerNeeded`], [`Refusal::UnknownCustomer`], [`Refusal::CustomerAmbiguous`].
pub fn whose(
    known: &[(CustomerNo, String)],
    number: Option<CustomerNo>,
    name: Option<&str>,
) -> Result<Whose, Refusal> {
    if let Some(number) = number {
        return match known.iter().any(|(no, _)| *no == number) {
            true => Ok(Whose::Known(number)),
            false => Err(Refusal::UnknownCustomer { customer: number.to_string() }),
        };
    }
    let name = name.map(str::trim).filter(|name| !name.is_empty()).ok_or(Refusal::CustomerNeeded)?;
    let mut found: Vec<CustomerNo> = namesakes(known, name).map(|(no, _)| no.clone()).collect();
    match found.len() {
        0 => Ok(Whose::New(name.to_owned())),
        1 => Ok(Whose::Known(found.remove(0))),
        _ => Err(Refusal::CustomerAmbiguous { name: name.to_owned(), customers: found }),
    }
}

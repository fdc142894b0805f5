//! To which customer and which opportunity a ticket belongs (TKT-06, PIP-02).

use super::TicketNo;
use crate::customer::{CustomerNo, spelling};
use crate::event::{Event, TicketLinked};
use crate::opportunity::OpportunityNo;
use crate::refusal::Refusal;

/// What a ticket belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TicketLink {
    /// 客户.
    pub customer: Option<CustomerNo>,
    /// 商机.
    pub opportunity: Option<OpportunityNo>,
}

/// What the rule needs to know, all of it of the ticket's own unit.
#[derive(Clone, Debug, Default)]
pub struct LinkFacts {
    /// What it belongs to now.
    pub before: TicketLink,
    /// Whether the customer is on record.
    pub customer_known: bool,
    /// Whose project the opportunity is; `None` where it is not on record, or voided.
    pub customer_of_opportunity: Option<CustomerNo>,
    /// Whether it is kept under an opportunity: its type asks for one (TKT-06), and it has ended.
    pub keeps_opportunity: bool,
}

/// Says to which customer and opportunity a ticket belongs; with an opportunity the customer is its own. A ticket that has ended
/// can be filed too; one that had to have an opportunity keeps one.
///
/// # Errors
/// [`Refusal::UnknownCustomer`], [`Refusal::UnknownOpportunity`], [`Refusal::OpportunityOfAnother`], [`Refusal::OpportunityKept`].
pub fn link(ticket: TicketNo, wanted: TicketLink, facts: LinkFacts) -> Result<Vec<Event>, Refusal> {
    let TicketLink { mut customer, opportunity } = wanted;
    if let Some(unknown) = customer.as_ref().filter(|_| !facts.customer_known) {
        return Err(Refusal::UnknownCustomer { customer: unknown.to_string() });
    }
    if let Some(opportunity) = &opportunity {
        let unknown = || Refusal::UnknownOpportunity { opportunity: opportunity.to_string() };
        let own = facts.customer_of_opportunity.ok_or_else(unknown)?;
        if customer.as_ref().is_some_and(|given| *given != own) {
            return Err(Refusal::OpportunityOfAnother { opportunity: opportunity.clone(), customer: own });
        }
        customer = Some(own);
    }
    if opportunity.is_none() && facts.keeps_opportunity && facts.before.opportunity.is_some() {
        return Err(Refusal::OpportunityKept { ticket });
    }
    if facts.before == (TicketLink { customer: customer.clone(), opportunity: opportunity.clone() }) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::TicketLinked(TicketLinked { ticket, customer, opportunity })])
}

/// Refuses a customer's name that was typed beside what the ticket belongs to and is another's: `known` are the unit's customers
/// of that name. A name that nobody on record has, of a department say, may stand.
///
/// # Errors
/// [`Refusal::NameOfAnother`].
pub fn check_name(
    typed: &str,
    known: &[(CustomerNo, String)],
    customer: &CustomerNo,
    name: &str,
) -> Result<(), Refusal> {
    if spelling(typed) == spelling(name) || known.iter().all(|(_, other)| spelling(other) != spelling(typed))
    {
        return Ok(());
    }
    let (name, customer, known) = (typed.trim().to_owned(), customer.clone(), name.to_owned());
    Err(Refusal::NameOfAnother { name, customer, known })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{month, unit};

    #[test]
    fn a_typed_name_is_not_another_customer_s() {
        let customer = |serial| CustomerNo { unit: unit("CD"), serial };
        let known = [(customer(2), "市卫健委".to_owned())];
        let check = |typed: &str, known: &[_]| check_name(typed, known, &customer(1), "市大数据局");
        let another = Refusal::NameOfAnother {
            name: "市卫健委".into(),
            customer: customer(1),
            known: "市大数据局".into(),
        };
        assert_eq!(check("市卫健委", &known), Err(another));
        assert_eq!(check("市 大数据局", &known), Ok(()));
        assert_eq!(check("大数据局政务处", &[]), Ok(()));
    }

    #[test]
    fn the_opportunity_says_whose_it_is() {
        let ticket = || TicketNo { unit: unit("CD"), month: month("2026-10"), serial: 1 };
        let customer = |serial| CustomerNo { unit: unit("CD"), serial };
        let opportunity = || OpportunityNo { unit: unit("CD"), month: month("2026-10"), serial: 2 };
        let to = |of: Option<u32>, project: bool, facts: LinkFacts| {
            let wanted = TicketLink { customer: of.map(customer), opportunity: project.then(opportunity) };
            link(ticket(), wanted, facts).map(|events| match &events[..] {
                [Event::TicketLinked(e)] => Some((e.customer.clone(), e.opportunity.clone())),
                _ => None,
            })
        };
        let facts = || LinkFacts {
            customer_known: true,
            customer_of_opportunity: Some(customer(1)),
            ..LinkFacts::default()
        };
        assert_eq!(to(Some(2), false, facts()), Ok(Some((Some(customer(2)), None))));
        assert_eq!(to(None, true, facts()), Ok(Some((Some(customer(1)), Some(opportunity())))));
        let other = Refusal::OpportunityOfAnother { opportunity: opportunity(), customer: customer(1) };
        assert_eq!(to(Some(2), true, facts()), Err(other));
        let unknown = Refusal::UnknownCustomer { customer: "CD-KH-0002".into() };
        assert_eq!(to(Some(2), false, LinkFacts::default()), Err(unknown));
        let unknown = Refusal::UnknownOpportunity { opportunity: "CD-SJ-202610-0002".into() };
        assert_eq!(to(None, true, LinkFacts::default()), Err(unknown));
        let before = TicketLink { customer: Some(customer(1)), opportunity: Some(opportunity()) };
        assert_eq!(to(None, true, LinkFacts { before: before.clone(), ..facts() }), Ok(None));
        let kept = LinkFacts { before: before.clone(), keeps_opportunity: true, ..LinkFacts::default() };
        assert_eq!(to(None, false, kept), Err(Refusal::OpportunityKept { ticket: ticket() }));
        let freed = to(None, false, LinkFacts { before, ..LinkFacts::default() });
        assert_eq!(freed, Ok(Some((None, None))));
        assert_eq!(to(None, false, LinkFacts::default()), Ok(None));
    }
}

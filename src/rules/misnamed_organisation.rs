//! The name of an organisation, wrongly written.

use super::rule::{Findings, Passage, Safety, firsts, rule};

rule! {
    /// An organisation has the name that it gives itself.
    ///
    /// Some names are so often misremembered that the wrong one looks right: the hospital in Baltimore was founded by a man
    /// called Johns, and the institution in Washington is no institute. Only names that no organisation has are found, and
    /// none that differs by the spelling of a country (`World Health Organisation`).
    ///
    /// ```dispatch
    /// Ines Maro of John Hopkins University and Joren Halvik of the Brookings Institute were in Lisse.
    ///              ^^^^^^^^^^^^^^^^^^^^^^^ the name is "Johns Hopkins University"
    ///                                                              ^^^^^^^^^^^^^^^^^^^ the name is "Brookings Institution"
    /// Pilots were looked after by Medicins Sans Frontieres.
    ///                             ^^^^^^^^^^^^^^^^^^^^^^^^ the name is "Medecins Sans Frontieres"
    /// ```
    /// ```dispatch fixed
    /// Ines Maro of Johns Hopkins University and Joren Halvik of the Brookings Institution were in Lisse.
    /// Pilots were looked after by Medecins Sans Frontieres.
    /// ```
    ///
    /// ```dispatch
    /// John Hopkins, a pilot, met people of Johns Hopkins University, of the World Health Organisation and of the
    /// U.S. Department of Defence. An institute in Brookings had no word of it, nor had the smithsonian institutes of old.
    /// ```
    "misnamed-organisation",
    severity: Warning,
    scope: OutsideQuotations,
    stage: Typing,
    waits: false,
    check: Words(TRIGGERS, check),
}

const TRIGGERS: &[&str] = &firsts(&NAMES);

/// Wrong names in small letters, each with the right one. Behind it stands where the organisation says so.
const NAMES: [(&str, &str); 75] = [
    ("john hopkins hospital", "Johns Hopkins Hospital"), // hopkinsmedicine.org
    ("john hopkins medicine", "Johns Hopkins Medicine"), // hopkinsmedicine.org
    ("john hopkins university", "Johns Hopkins University"), // jhu.edu
    ("johns hopkin university", "Johns Hopkins University"), // jhu.edu
    ("john hopkins school", "Johns Hopkins School"),     // jhu.edu
    ("john hopkins bloomberg", "Johns Hopkins Bloomberg"), // publichealth.jhu.edu
    ("smithsonian institute", "Smithsonian Institution"), // si.edu
    ("brookings institute", "Brookings Institution"),    // brookings.edu
    ("hoover institute", "Hoover Institution"),          // hoover.org
    ("woods hole oceanographic institute", "Woods Hole Oceanographic Institution"), // whoi.edu
    ("scripps institute of oceanography", "Scripps Institution of Oceanography"), // scripps.ucsd.edu
    ("massachusetts institute for technology", "Massachusetts Institute of Technology"), // mit.edu
    ("california institute for technology", "California Institute of Technology"), // caltech.edu
    ("carnegie melon university", "Carnegie Mellon University"),                  // cmu.edu
    ("colombia university in new york", "Columbia University in New York"),       // columbia.edu
    ("university of california, berkley", "University of California, Berkeley"),  // berkeley.edu
    ("medicins sans frontieres", "Medecins Sans Frontieres"),                     // msf.org
    ("medecin sans frontieres", "Medecins Sans Frontieres"),                      // msf.org
    ("medecins sans frontiers", "Medecins Sans Frontieres"),                      // msf.org
    ("médecins sans frontiers", "Médecins Sans Frontières"),                      // msf.org
    ("medicins sans frontiers", "Medecins Sans Frontieres"),                      // msf.org
    ("doctors without border", "Doctors Without Borders"), // doctorswithoutborders.org
    ("reporters without border", "Reporters Without Borders"), // rsf.org
    ("human right watch", "Human Rights Watch"),           // hrw.org
    ("american civil liberty union", "American Civil Liberties Union"), // aclu.org
    ("american civil liberties association", "American Civil Liberties Union"), // aclu.org
    ("world wildlife foundation", "World Wildlife Fund"),  // worldwildlife.org
    ("un high commission for refugees", "UN High Commissioner for Refugees"), // unhcr.org
    ("u.n. high commission for refugees", "U.N. High Commissioner for Refugees"), // unhcr.org
    (
        "united nations high commission for refugees",
        "United Nations High Commissioner for Refugees",
    ), // unhcr.org
    ("un high commission for human rights", "UN High Commissioner for Human Rights"), // ohchr.org
    ("u.n. high commission for human rights", "U.N. High Commissioner for Human Rights"), // ohchr.org
    ("united nation security council", "United Nations Security Council"),                // un.org
    ("united nation general assembly", "United Nations General Assembly"),                // un.org
    ("united nations children fund", "United Nations Children's Fund"), // unicef.org
    ("international atomic energy authority", "International Atomic Energy Agency"), // iaea.org
    ("international atomic agency", "International Atomic Energy Agency"), // iaea.org
    ("international organization of migration", "International Organization for Migration"), // iom.int
    ("international organisation of migration", "International Organisation for Migration"), // iom.int
    ("international committee of red cross", "International Committee of the Red Cross"), // icrc.org
    ("international olympics committee", "International Olympic Committee"), // olympics.com
    ("court of arbitration of sport", "Court of Arbitration for Sport"),     // tas-cas.org
    ("north atlantic trade organization", "North Atlantic Treaty Organization"), // nato.int
    ("north atlantic trade organisation", "North Atlantic Treaty Organisation"), // nato.int
    ("organization of economic cooperation", "Organization for Economic Cooperation"), // oecd.org
    ("organisation of economic co-operation", "Organisation for Economic Co-operation"), // oecd.org
    ("organization of security and cooperation", "Organization for Security and Cooperation"), // osce.org
    ("organisation of security and cooperation", "Organisation for Security and Cooperation"), // osce.org
    ("federal bureau of investigations", "Federal Bureau of Investigation"), // fbi.gov
    ("federal drug administration", "Food and Drug Administration"),         // fda.gov
    ("food and drugs administration", "Food and Drug Administration"),       // fda.gov
    (
        "national oceanographic and atmospheric administration",
        "National Oceanic and Atmospheric Administration",
    ), // noaa.gov
    (
        "national aeronautic and space administration",
        "National Aeronautics and Space Administration",
    ), // nasa.gov
    ("u.s. center for disease control", "U.S. Centers for Disease Control"), // cdc.gov
    ("us center for disease control", "US Centers for Disease Control"),     // cdc.gov
    ("department of veteran affairs", "Department of Veterans Affairs"),     // va.gov
    ("ku klux clan", "Ku Klux Klan"), // none of its own: Library of Congress Subject Headings
    ("coca cola", "Coca-Cola"),       // coca-colacompany.com
    ("mercedes benz", "Mercedes-Benz"), // mercedes-benz.com
    ("rolls royce", "Rolls-Royce"),   // rolls-royce.com
    ("proctor & gamble", "Procter & Gamble"), // pg.com
    ("proctor and gamble", "Procter & Gamble"), // pg.com
    ("standards & poor's", "Standard & Poor's"), // spglobal.com
    ("standard & poors", "Standard & Poor's"), // spglobal.com
    ("lloyd's bank", "Lloyds Bank"),  // lloydsbank.com
    ("lloyd's banking group", "Lloyds Banking Group"), // lloydsbankinggroup.com
    ("lehmann brothers", "Lehman Brothers"), // its filings with the SEC
    ("merril lynch", "Merrill Lynch"), // ml.com
    ("volkswagon", "Volkswagen"),     // volkswagen.com
    ("boko harem", "Boko Haram"),     // the Security Council's list of sanctions
    ("nobel peace price", "Nobel Peace Prize"), // nobelprize.org
    ("nobel peace prise", "Nobel Peace Prize"), // nobelprize.org
    ("nobel piece prize", "Nobel Peace Prize"), // nobelprize.org
    ("noble peace prize", "Nobel Peace Prize"), // nobelprize.org
    ("nobel price", "Nobel Prize"),   // nobelprize.org
];

fn check(passage: &Passage<'_>, at: usize, findings: &mut Findings) {
    let Some((span, name)) = passage.phrase(at, &NAMES) else {
        return;
    };
    // In small letters it may be a description, and a headline in capitals has no other.
    let printed = &passage.copy[span.range()];
    if printed.starts_with(char::is_lowercase) || !printed.contains(char::is_lowercase) {
        return;
    }
    findings.at(span, format!("the name is \"{name}\"")).write(Safety::Safe, span, name);
}

//! Letters that need no name.

/// Letters that wire copy prints by themselves: of the United Nations and other bodies of states, of offices known by nothing
/// else, of broadcasters, agencies, leagues and firms whose letters are their name.
#[rustfmt::skip] // A word a line would bury the list.
pub(super) const KNOWN: [&str; 246] = [
    // Bodies of states.
    "ANC", "APEC", "ASEAN", "BRICS", "CIS", "ECB", "ECOWAS", "FAO", "FATF", "GATT", "GCC", "IAEA", "ICC", "ICJ", "ICRC",
    "ILO", "IMF", "IOC", "IOM", "NATO", "OAS", "OECD", "OPEC", "OSCE", "SADC", "UEFA", "UNESCO", "UNHCR", "UNICEF", "UNRWA", "WFP",
    "WHO", "WTO", "FIFA", "WADA", "NAFTA", "USMCA", "START", "SALT",
    // Countries and their parts.
    "DPRK", "GDR", "PRC", "ROK", "UAE", "USA", "USSR", "DMZ", "DRC", "NSW",
    // Offices.
    "ACLU", "ATF", "BND", "CDC", "CIA", "DEA", "DHS", "DNC", "DOJ", "EPA", "FAA", "FBI", "FCC", "FDA", "FDIC", "FED", "FEMA", "FSB",
    "FTC", "GCHQ", "GOP", "GRU", "GSA", "HHS", "HUD", "ICE", "IRS", "KGB", "NASA", "NCAA", "NHS", "NIH", "NOAA", "NRA", "NSA", "NSC",
    "NTSB", "NYPD", "LAPD", "OMB", "OSHA", "RAF", "RNC", "SAS", "SEAL", "SEALS", "SEC", "SWAT", "TSA", "USDA", "USPS", "IRGC",
    "ISI", "CBI", "RCMP", "ESA", "ONS", "DUP", "SNP", "SPD", "CDU", "CSU", "AFD", "FDP", "PKK", "PLO", "IRA", "ETA", "FARC", "ISIS",
    "ISIL", "NAACP", "UCLA", "MIT", "LSE", "NYU", "YMCA", "AARP",
    // Broadcasters, agencies, papers.
    "AAP", "ABC", "AFP", "ANSA", "ARD", "BBC", "CBC", "CBS", "CCTV", "CGTN", "CNBC", "CNN", "DPA", "EFE", "ESPN", "HBO", "IRNA", "ITV",
    "KCNA", "MSNBC", "MTV", "NBC", "NDTV", "NHK", "NPR", "PBS", "PTI", "RIA", "RTE", "SABC", "TASS", "UPI", "VOA", "WSJ", "ZDF", "PAP",
    // Leagues.
    "ATP", "LPGA", "MLB", "MLS", "NBA", "NFL", "NHL", "PGA", "UFC", "WBA", "WBC", "WNBA", "WTA", "FIA",
    // Firms and markets.
    "AIG", "AMC", "AMD", "BASF", "BMW", "BNP", "CAC", "CBOT", "DAX", "DHL", "EDF", "ENI", "FTSE", "GSK", "HSBC", "IBM", "ING", "KLM",
    "KPMG", "LVMH", "NASDAQ", "NYSE", "NYMEX", "OTC", "SAP", "TSMC", "TWA", "UBS", "USX", "VTB", "LME",
    // Things.
    "AIDS", "ATM", "CEO", "CFO", "COVID", "DNA", "DVD", "EST", "EDT", "GDP", "GMT", "GNP", "GPS", "HIV", "IPO", "LGBT", "LGBTQ", "NGO",
    "PCR", "PDF", "RNA", "SARS", "SMS", "SUV", "TASER", "URL", "USB", "VAT", "VIP", "UTC", "BST", "CET", "CPI", "PPI", "SAT", "ACT", "HMS", "USS",
];

//! What is recorded about the second track, the plan and the report: closed lists, no free text.

use crate::closed_list::closed_list;

closed_list! {
    /// Who advised the second track.
    Adviser, "adviser" {
        /// *Bedrijfsarts*.
        OccupationalPhysician = 0, "occupational-physician",
            "bedrijfsarts",
            "occupational physician";
        /// *Arbeidsdeskundige*.
        LabourExpert = 1, "labour-expert", "arbeidsdeskundige", "labour expert";
    }
}

closed_list! {
    /// The phases that a second-track programme runs through, as agencies describe them.
    SecondTrackPhase, "phase of the second track" {
        /// Orientation on the person (*persoonsoriëntatie*).
        OrientationOnPerson = 0, "orientation-on-the-person",
            "persoonsoriëntatie",
            "orientation on the person";
        /// Orientation on the labour market (*arbeidsmarktoriëntatie*).
        OrientationOnLabourMarket = 1, "orientation-on-the-labour-market",
            "arbeidsmarktoriëntatie",
            "orientation on the labour market";
        /// Application skills (*sollicitatievaardigheden*).
        ApplicationSkills = 2, "application-skills",
            "sollicitatievaardigheden",
            "application skills";
        /// Approach of the labour market (*arbeidsmarktbenadering*).
        ApproachOfLabourMarket = 3, "approach-of-the-labour-market",
            "arbeidsmarktbenadering",
            "approach of the labour market";
        /// Placement and after-care (*plaatsing en nazorg*).
        PlacementAndAfterCare = 4, "placement-and-after-care",
            "plaatsing en nazorg",
            "placement and after-care";
    }
}

closed_list! {
    /// Why the second track ended.
    SecondTrackEnd, "end of the second track" {
        /// Work with another employer was found.
        Placed = 0, "placed", "geplaatst", "placed";
        /// The employee returned to the own employer.
        ReturnedToOwnEmployer = 1, "returned-to-own-employer",
            "terug bij de eigen werkgever",
            "returned to the own employer";
        /// The occupational physician sees no possibilities any more.
        NoPossibilities = 2, "no-possibilities",
            "geen mogelijkheden meer",
            "no possibilities any more";
        /// The wage period ended.
        WagesEnded = 3, "wages-ended", "loondoorbetaling geëindigd", "wage period ended";
        /// The programme ran its full length without result.
        CompletedWithoutResult = 4, "completed-without-result",
            "doorlopen zonder resultaat",
            "completed without result";
        /// Another reason, which stands in the file of the parties.
        OtherRecordedInFile = 5, "other-recorded-in-file",
            "andere reden, in het dossier",
            "another reason, in the file";
    }
}

closed_list! {
    /// What the plan of action must hold (RP art. 4(2)). Whether it is there, never what it says.
    PlanItem, "item of the plan of action" {
        /// Activities towards work, 4(2)(a).
        Activities = 0, "activities", "activiteiten", "activities";
        /// Their goals, 4(2)(a).
        Goals = 1, "goals", "doelstellingen", "goals";
        /// The terms within which the goals are expected to be reached, 4(2)(a).
        Terms = 2, "terms", "termijnen", "terms";
        /// The vision of employer and employee, 4(2)(a): for first sick days from 2023-07-01.
        Vision = 3, "vision", "visie van werkgever en werknemer", "vision of employer and employee";
        /// The moments of evaluation, 4(2)(b).
        EvaluationMoments = 4, "evaluation-moments", "evaluatiemomenten", "moments of evaluation";
        /// The person who guides the activities, 4(2)(c).
        CaseManager = 5, "case-manager", "casemanager", "case manager";
    }
}

closed_list! {
    /// The twelve parts of the re-integration report (RP art. 6(1)).
    ReportPart, "part of the re-integration report" {
        /// Administrative data.
        A = 0, "a", "administratieve gegevens", "administrative data";
        /// The nature of the employer's business.
        B = 1, "b", "aard van het bedrijf", "nature of the business";
        /// The employee's position.
        C = 2, "c", "functie van de werknemer", "the employee's position";
        /// The employee's skills.
        D = 3, "d", "bekwaamheden van de werknemer", "the employee's skills";
        /// The first sick day.
        E = 4, "e", "eerste ziektedag", "first sick day";
        /// The opinion and advice of the occupational physician (the problem analysis).
        F = 5, "f", "oordeel en advies bedrijfsarts", "physician's opinion";
        /// The plan of action and its adjustments.
        G = 6, "g", "plan van aanpak en bijstellingen", "plan of action and adjustments";
        /// The first-year evaluation and the most recent evaluation.
        H = 7, "h",
            "eerstejaarsevaluatie en laatste evaluatie",
            "first-year and most recent evaluation";
        /// A current opinion on the quality of the working relation.
        I = 8, "i", "oordeel over de arbeidsrelatie", "opinion on the working relation";
        /// The current opinion of the occupational physician.
        J = 9, "j", "actueel oordeel bedrijfsarts", "current opinion";
        /// A current opinion on suitable work with the employer.
        K = 10, "k", "oordeel over passende arbeid", "opinion on suitable work";
        /// The employee's own opinion.
        L = 11, "l", "oordeel van de werknemer", "the employee's opinion";
    }
}

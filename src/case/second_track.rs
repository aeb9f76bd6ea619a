//! What is recorded about the second track, the plan and the report: closed lists, no free text.

use crate::closed_list::closed_list;

closed_list! {
    /// Who advised the second track.
    Adviser {
        /// *Bedrijfsarts*.
        OccupationalPhysician = "occupational-physician",
        /// *Arbeidsdeskundige*.
        LabourExpert = "labour-expert",
    }
}

closed_list! {
    /// The phases that a second-track programme runs through, as agencies describe them.
    SecondTrackPhase {
        /// Orientation on the person (*persoonsoriëntatie*).
        OrientationOnPerson = "orientation-on-the-person",
        /// Orientation on the labour market (*arbeidsmarktoriëntatie*).
        OrientationOnLabourMarket = "orientation-on-the-labour-market",
        /// Application skills (*sollicitatievaardigheden*).
        ApplicationSkills = "application-skills",
        /// Approach of the labour market (*arbeidsmarktbenadering*).
        ApproachOfLabourMarket = "approach-of-the-labour-market",
        /// Placement and after-care (*plaatsing en nazorg*).
        PlacementAndAfterCare = "placement-and-after-care",
    }
}

closed_list! {
    /// Why the second track ended.
    SecondTrackEnd {
        /// Work with another employer was found.
        Placed = "placed",
        /// The employee returned to the own employer.
        ReturnedToOwnEmployer = "returned-to-own-employer",
        /// The occupational physician sees no possibilities any more.
        NoPossibilities = "no-possibilities",
        /// The wage period ended.
        WagesEnded = "wages-ended",
        /// The programme ran its full length without result.
        CompletedWithoutResult = "completed-without-result",
        /// Another reason, which stands in the file of the parties.
        OtherRecordedInFile = "other-recorded-in-file",
    }
}

closed_list! {
    /// What the plan of action must hold (RP art. 4(2)). Whether it is there, never what it says.
    PlanItem {
        /// Activities towards work, 4(2)(a).
        Activities = "activities",
        /// Their goals, 4(2)(a).
        Goals = "goals",
        /// The terms within which the goals are expected to be reached, 4(2)(a).
        Terms = "terms",
        /// The vision of employer and employee, 4(2)(a): for first sick days from 2023-07-01.
        Vision = "vision",
        /// The moments of evaluation, 4(2)(b).
        EvaluationMoments = "evaluation-moments",
        /// The person who guides the activities, 4(2)(c).
        CaseManager = "case-manager",
    }
}

closed_list! {
    /// The twelve parts of the re-integration report (RP art. 6(1)).
    ReportPart {
        /// Administrative data.
        A = "a",
        /// The nature of the employer's business.
        B = "b",
        /// The employee's position.
        C = "c",
        /// The employee's skills.
        D = "d",
        /// The first sick day.
        E = "e",
        /// The opinion and advice of the occupational physician (the problem analysis).
        F = "f",
        /// The plan of action and its adjustments.
        G = "g",
        /// The first-year evaluation and the most recent evaluation.
        H = "h",
        /// A current opinion on the quality of the working relation.
        I = "i",
        /// The current opinion of the occupational physician.
        J = "j",
        /// A current opinion on suitable work with the employer.
        K = "k",
        /// The employee's own opinion.
        L = "l",
    }
}

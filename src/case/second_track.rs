//! What is recorded about the second track, the plan and the report: closed lists, no free text.

use crate::closed_list::closed_list;

closed_list! {
    /// Who advised the second track.
    Adviser {
        /// *Bedrijfsarts*.
        OccupationalPhysician = 0 "occupational-physician",
        /// *Arbeidsdeskundige*.
        LabourExpert = 1 "labour-expert",
    }
}

closed_list! {
    /// The phases that a second-track programme runs through, as agencies describe them.
    SecondTrackPhase {
        /// Orientation on the person (*persoonsoriëntatie*).
        OrientationOnPerson = 0 "orientation-on-the-person",
        /// Orientation on the labour market (*arbeidsmarktoriëntatie*).
        OrientationOnLabourMarket = 1 "orientation-on-the-labour-market",
        /// Application skills (*sollicitatievaardigheden*).
        ApplicationSkills = 2 "application-skills",
        /// Approach of the labour market (*arbeidsmarktbenadering*).
        ApproachOfLabourMarket = 3 "approach-of-the-labour-market",
        /// Placement and after-care (*plaatsing en nazorg*).
        PlacementAndAfterCare = 4 "placement-and-after-care",
    }
}

closed_list! {
    /// Why the second track ended.
    SecondTrackEnd {
        /// Work with another employer was found.
        Placed = 0 "placed",
        /// The employee returned to the own employer.
        ReturnedToOwnEmployer = 1 "returned-to-own-employer",
        /// The occupational physician sees no possibilities any more.
        NoPossibilities = 2 "no-possibilities",
        /// The wage period ended.
        WagesEnded = 3 "wages-ended",
        /// The programme ran its full length without result.
        CompletedWithoutResult = 4 "completed-without-result",
        /// Another reason, which stands in the file of the parties.
        OtherRecordedInFile = 5 "other-recorded-in-file",
    }
}

closed_list! {
    /// What the plan of action must hold (RP art. 4(2)). Whether it is there, never what it says.
    PlanItem {
        /// Activities towards work, 4(2)(a).
        Activities = 0 "activities",
        /// Their goals, 4(2)(a).
        Goals = 1 "goals",
        /// The terms within which the goals are expected to be reached, 4(2)(a).
        Terms = 2 "terms",
        /// The vision of employer and employee, 4(2)(a): for first sick days from 2023-07-01.
        Vision = 3 "vision",
        /// The moments of evaluation, 4(2)(b).
        EvaluationMoments = 4 "evaluation-moments",
        /// The person who guides the activities, 4(2)(c).
        CaseManager = 5 "case-manager",
    }
}

closed_list! {
    /// The twelve parts of the re-integration report (RP art. 6(1)).
    ReportPart {
        /// Administrative data.
        A = 0 "a",
        /// The nature of the employer's business.
        B = 1 "b",
        /// The employee's position.
        C = 2 "c",
        /// The employee's skills.
        D = 3 "d",
        /// The first sick day.
        E = 4 "e",
        /// The opinion and advice of the occupational physician (the problem analysis).
        F = 5 "f",
        /// The plan of action and its adjustments.
        G = 6 "g",
        /// The first-year evaluation and the most recent evaluation.
        H = 7 "h",
        /// A current opinion on the quality of the working relation.
        I = 8 "i",
        /// The current opinion of the occupational physician.
        J = 9 "j",
        /// A current opinion on suitable work with the employer.
        K = 10 "k",
        /// The employee's own opinion.
        L = 11 "l",
    }
}

namespace Kinerja.Domain.Notices;

/// <summary>What a person is told. The names are stored, sent and answered, so they never change.</summary>
public enum NoticeCode
{
    /// <summary>To the superior who decides, and to the rater who is to be heard.</summary>
    ObjectionFiled,

    /// <summary>To the person, and to the rater whose rating was judged.</summary>
    ObjectionDecided,

    /// <summary>To the superior and the next one above, and to the person: nothing has been decided.</summary>
    ObjectionOverdue,

    /// <summary>To the superior who is asked to look.</summary>
    ReviewOpened,

    /// <summary>To the person whose check-ins were looked at.</summary>
    ReviewDecided,

    /// <summary>To the rater who decides.</summary>
    CorrectionRequested,

    /// <summary>To the person who asked.</summary>
    CorrectionDecided,

    /// <summary>To the person who is to show where he or she is.</summary>
    SpotCheckAsked,

    /// <summary>To each person of a published ranking: the own result can be read.</summary>
    ResultPublished,

    /// <summary>To the rater, when a period is over: so many people wait for a rating.</summary>
    RatingsMissing,

    /// <summary>To the person whose day was ruled on.</summary>
    RulingMade,

    /// <summary>To the next superior: the term is over, and nothing has been decided.</summary>
    RulingPassed,

    /// <summary>To the superior who decides the objection to a ruling.</summary>
    RulingObjected,

    /// <summary>To the person, and to whoever had ruled.</summary>
    RulingDecided,

    /// <summary>To the rater: a period is due, nobody can be ranked, and so many people wait for a rating.</summary>
    RunHeld,

    /// <summary>To the person who comes from another agency.</summary>
    MoveRecorded,

    /// <summary>To the superior of a person who moves to another agency, which has recorded it.</summary>
    PersonMovesAway,

    /// <summary>To the same two: the record was taken back.</summary>
    MoveWithdrawn,

    /// <summary>To the person whose shifts somebody wants to swap, and to the superiors who are to approve.</summary>
    ShiftSwapRequested,

    /// <summary>To the two who wanted to swap: it holds, or somebody declined.</summary>
    ShiftSwapDecided,

    /// <summary>
    /// To the person, and to the rater of record where a delegate rated: a rating after the run had frozen its inputs.
    /// </summary>
    RatingCameLate,

    /// <summary>To the person, to whoever had rated and to who is to rate: that rating counts no longer.</summary>
    RatingVoided,

    /// <summary>To the person, on the last day of grace: nobody has rated.</summary>
    RatingMissing,

    /// <summary>To the rater of record, on a Monday: so many daily entries wait.</summary>
    DailyEntriesWaiting,

    /// <summary>To the person, on a Monday: so many daily entries were sent back.</summary>
    DailyEntriesReturned,

    /// <summary>To the rater, and who acts for that one: a day's entry waits for a decision.</summary>
    DailyEntrySubmitted,

    /// <summary>To the person: a day's entry was approved, or sent back.</summary>
    DailyEntryDecided,
}

namespace Kinerja.Application.Tables;

/// <summary>The tables; <c>infra/tables.json</c> creates exactly these.</summary>
public static class TableNames
{
    public const string Agencies = "Agencies";
    public const string Units = "Units";
    public const string Posts = "Posts";
    public const string Employees = "Employees";
    public const string PersonNames = "PersonNames";
    public const string Identities = "Identities";
    public const string SharedNips = "SharedNips";
    public const string NipResolutions = "NipResolutions";
    public const string Secondments = "Secondments";
    public const string Moves = "Moves";
    public const string Entitlements = "Entitlements";
    public const string FlexibleDays = "FlexibleDays";
    public const string Surveys = "Surveys";
    public const string SurveyResponses = "SurveyResponses";
    public const string SurveyCounts = "SurveyCounts";
    public const string Geofences = "Geofences";
    public const string Policies = "Policies";
    public const string CheckIns = "CheckIns";
    public const string AttendanceMonths = "AttendanceMonths";
    public const string DirtyMonths = "DirtyMonths";
    public const string Leave = "Leave";
    public const string Corrections = "Corrections";
    public const string ShiftSwaps = "ShiftSwaps";
    public const string PresenceProofs = "PresenceProofs";
    public const string Rulings = "Rulings";
    public const string Outages = "Outages";
    public const string PayrollMonths = "PayrollMonths";
    public const string PayrollStatements = "PayrollStatements";
    public const string DayCloses = "DayCloses";
    public const string BucketPlans = "BucketPlans";
    public const string Reviews = "Reviews";
    public const string Feedback = "Feedback";
    public const string Delegations = "Delegations";
    public const string Dialogues = "Dialogues";
    public const string CoachingSessions = "CoachingSessions";
    public const string WorkPlans = "WorkPlans";
    public const string DailyEntries = "DailyEntries";
    public const string TeamAssignments = "TeamAssignments";
    public const string Ratings = "Ratings";
    public const string UnitPerformance = "UnitPerformance";
    public const string RaterReasons = "RaterReasons";
    public const string Runs = "Runs";
    public const string RunInputs = "RunInputs";
    public const string Evaluations = "Evaluations";
    public const string Rankings = "Rankings";
    public const string ResultSummaries = "ResultSummaries";
    public const string Objections = "Objections";
    public const string ResultReceipts = "ResultReceipts";
    public const string GrantLists = "GrantLists";
    public const string Proposals = "Proposals";
    public const string Imports = "Imports";
    public const string ImportPages = "ImportPages";
    public const string Inboxes = "Inboxes";
    public const string Webhooks = "Webhooks";
    public const string RegisterPulls = "RegisterPulls";
    public const string RegisterChanges = "RegisterChanges";
    public const string SiasnResults = "SiasnResults";
    public const string Events = "Events";
    public const string Operations = "Operations";

    public static IReadOnlyList<string> All { get; } =
    [
        Agencies,
        Units,
        Posts,
        Employees,
        PersonNames,
        Identities,
        SharedNips,
        NipResolutions,
        Secondments,
        Moves,
        Entitlements,
        FlexibleDays,
        Surveys,
        SurveyResponses,
        SurveyCounts,
        Geofences,
        Policies,
        CheckIns,
        AttendanceMonths,
        DirtyMonths,
        Leave,
        Corrections,
        ShiftSwaps,
        PresenceProofs,
        Rulings,
        Outages,
        PayrollMonths,
        PayrollStatements,
        DayCloses,
        BucketPlans,
        Reviews,
        Feedback,
        Delegations,
        Dialogues,
        CoachingSessions,
        WorkPlans,
        DailyEntries,
        TeamAssignments,
        Ratings,
        UnitPerformance,
        RaterReasons,
        Runs,
        RunInputs,
        Evaluations,
        Rankings,
        ResultSummaries,
        Objections,
        ResultReceipts,
        GrantLists,
        Proposals,
        Imports,
        ImportPages,
        Inboxes,
        Webhooks,
        RegisterPulls,
        RegisterChanges,
        SiasnResults,
        Events,
        Operations,
    ];
}

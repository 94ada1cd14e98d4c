using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application;

/// <summary>The refusals for things that are not there, worded once.</summary>
internal static class NotFound
{
    internal static Refusal Agency(AgencyId id) => Not(RefusalCodes.UnknownAgency, $"No agency {id} is registered.");

    internal static Refusal Unit(UnitId id) =>
        Not(RefusalCodes.UnknownUnit, $"No unit {id} is registered in this agency.");

    internal static Refusal Employee(EmployeeId id, string pointer = "/employeeId") =>
        Not(RefusalCodes.UnknownEmployee, $"No employee {id} is registered in this agency.") with
        {
            Faults = [new(pointer, "Not registered.")],
        };

    internal static Refusal Entitlement(EntitlementKind kind, LocalDate from) => Not(
        RefusalCodes.UnknownEntitlement,
        $"No {JsonFormat.Name(kind)} was granted from {LocalDatePattern.Iso.Format(from)} on.");

    /// <summary>Says nothing of the number itself: problems are logged and shown.</summary>
    internal static Refusal Nip() =>
        Not(RefusalCodes.UnknownEmployee, "Nobody in this agency is registered with this NIP.") with
        {
            Faults = [new("/nip", "Not registered.")],
        };

    internal static Refusal Move(EmployeeId id, LocalDate on) => Not(
        RefusalCodes.UnknownMove,
        $"No move that brought {id} here on {LocalDatePattern.Iso.Format(on)} is recorded.");

    internal static Refusal DailyEntry(EmployeeId id, ClientId entry) =>
        Not(RefusalCodes.UnknownDailyEntry, $"{id} has no entry {entry} on that day.");

    internal static Refusal Queue(string name) => Not(RefusalCodes.UnknownQueue, $"There is no work queue {name}.");

    internal static Refusal Import(Domain.Files.ImportId id) =>
        Not(RefusalCodes.UnknownImport, $"There is no import {id} in this agency, or its term is over.");

    internal static Refusal Webhook(AgencyId id) => Not(RefusalCodes.UnknownWebhook, $"{id} gave no address.");

    internal static Refusal RegisterSource(AgencyId id) =>
        Not(RefusalCodes.UnknownRegisterSource, $"{id} named no server that gives its register.");

    internal static Refusal SiasnAccount(AgencyId id) =>
        Not(RefusalCodes.UnknownSiasnAccount, $"{id} has set no account at SIASN.");

    internal static Refusal Pull(AgencyId id) =>
        Not(RefusalCodes.UnknownPull, $"Nothing was read from a system of {id} yet.");

    internal static Refusal Survey(SurveyId id) =>
        Not(RefusalCodes.UnknownSurvey, $"No questionnaire {id} was written.");

    internal static Refusal FlexibleDay(LocalDate date) => Not(
        RefusalCodes.UnknownFlexibleDay,
        $"{LocalDatePattern.Iso.Format(date)} is not planned.");

    internal static Refusal Mapping(MappingId id) =>
        Not(RefusalCodes.UnknownMapping, $"No mapping {id} holds today: the intake policy names none.");

    internal static Refusal Review(Domain.Presence.Reviews.ReviewId id) =>
        Not(RefusalCodes.UnknownReview, $"There is no review {id} in this agency.");

    internal static Refusal Geofence(GeofenceId id) =>
        Not(RefusalCodes.UnknownGeofence, $"No geofence {id} is in force.");

    internal static Refusal CheckIn(ClientId id) =>
        Not(RefusalCodes.UnknownCheckIn, $"No check-in {id} of that person is known.");

    internal static Refusal Correction(ClientId id) =>
        Not(RefusalCodes.UnknownCorrection, $"No correction {id} of that person and day is known.");

    internal static Refusal ShiftSwap(ClientId id) =>
        Not(RefusalCodes.UnknownShiftSwap, $"No swap {id} of that person and day is known.");

    internal static Refusal Outage(ClientId id) =>
        Not(RefusalCodes.UnknownOutage, $"No outage window {id} is in force.");

    internal static Refusal GeofenceVersion(GeofenceId id, int version) =>
        Not(RefusalCodes.UnknownGeofence, $"Geofence {id} has no version {version}.");

    internal static Refusal WorkPlan(EmployeeId id, LocalDate from) => Not(
        RefusalCodes.UnknownWorkPlan, $"{id} has no such work plan from {LocalDatePattern.Iso.Format(from)}.");

    internal static Refusal Objection(EmployeeId employee, AppraisalPeriod period) =>
        Not(RefusalCodes.UnknownObjection, $"{employee} has not objected to the result of {period}.");

    internal static Refusal Coaching(ClientId id) =>
        Not(RefusalCodes.UnknownCoaching, $"No coaching session {id} of that person is known.");

    internal static Refusal Dialogue(ClientId id) =>
        Not(RefusalCodes.UnknownDialogue, $"No dialogue {id} of that person is known.");

    internal static Refusal Rating(EmployeeId employee, AppraisalPeriod period) =>
        Not(RefusalCodes.UnknownRating, $"{employee} has no rating for {period}.");

    internal static Refusal PlanRow(Domain.Feedback.FeedbackRow row) => new(
        RefusalKind.Unprocessable,
        RefusalCodes.UnknownPlanRow,
        $"The work plan from {LocalDatePattern.Iso.Format(row.PlanFrom)} has no result {row.ResultId}.")
    { Faults = [new("/resultId", "Not in the plan.")] };

    internal static Refusal Run(AppraisalPeriod period) =>
        Not(RefusalCodes.UnknownRun, $"{period} has not been evaluated.");

    internal static Refusal Revision(AppraisalPeriod period, int revision) =>
        Not(RefusalCodes.UnknownRevision, $"The result of {period} has no revision {revision}.");

    internal static Refusal Evaluation(EmployeeId employee, AppraisalPeriod period) =>
        Not(RefusalCodes.UnknownEvaluation, $"{employee} has no evaluation in the run of {period}.");

    internal static Refusal Proposal(Domain.FollowUp.ProposalId id) =>
        Not(RefusalCodes.UnknownProposal, $"There is no proposal {id} in this agency.");

    internal static Refusal GrantList(AppraisalPeriod period) =>
        Not(RefusalCodes.UnknownGrantList, $"No grants were proposed from the newest ranking of {period}.");

    private static Refusal Not(string code, Sentence detail) => new(RefusalKind.NotFound, code, detail);
}

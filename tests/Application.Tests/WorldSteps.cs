using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Objections;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Surveys;
using Kinerja.Application.WorkPlans;

namespace Kinerja.Application.Tests;

/// <summary>The steps of what has states, each a use case of its own.</summary>
internal sealed partial class World
{
    internal ReadObjections ReadObjections => new(AgencyDirectory, Objections);

    internal HearObjection HearObjection => new(ChangeObjection, Inboxes, Clock);

    internal DecideObjection DecideObjection => new(
        ReadObjections, ChangeObjection, AgencyDirectory, Runs, Results,
        new ApplyObjections(Agencies, Ratings, Objections, Revise, Clock), Clock);

    internal WithdrawObjection WithdrawObjection => new(ChangeObjection, Inboxes, Clock);

    internal ChangeObjection ChangeObjection => new(ReadObjections, Objections, Tell);

    internal ReadProposals ReadProposals => new(AgencyDirectory, Proposals, Clock);

    internal ConsiderProposal ConsiderProposal => new(ChangeProposal, AgencyDirectory, Ratings, Clock);

    internal DecideProposal DecideProposal => new(ChangeProposal, Runs, Clock);

    internal ConcludeProposal ConcludeProposal => new(ChangeProposal, Clock);

    internal ChangeProposal ChangeProposal => new(AgencyDirectory, Proposals, Tell, Clock);

    internal ReadEntitlements ReadEntitlements => new(AgencyDirectory, Entitlements);

    internal GrantEntitlement GrantEntitlement => new(
        WriteEntitlement, AgencyDirectory, GrantOfficials, Entitlements, Clock);

    internal RevokeEntitlement RevokeEntitlement => new(WriteEntitlement, AgencyDirectory, Entitlements, Clock);

    internal WriteEntitlement WriteEntitlement => new(Entitlements, Dirty, Tell, Clock);

    internal ReadGeofences ReadGeofences => new(Geofences, AgencyDirectory);

    internal PublishGeofence PublishGeofence => new(Geofences, AgencyDirectory, Lane, Clock);

    internal WithdrawGeofence WithdrawGeofence => new(Geofences, AgencyDirectory);

    internal ReadPolicies ReadPolicies => new(Policies, AgencyDirectory);

    internal PublishPolicy PublishPolicy => new(Policies, Shipped, AgencyDirectory, Agencies, Dirty, Clock);

    internal ReadCorrections ReadCorrections => new(AgencyDirectory, Corrections, Delegations);

    internal RequestCorrection RequestCorrection => new(
        AgencyDirectory, Corrections, Swaps, Delegations, ReadAttendance, Mark, Tell, Clock);

    internal DecideCorrection DecideCorrection => new(AgencyDirectory, Corrections, Delegations, Mark, Tell, Clock);

    internal ReadReviews ReadReviews => new(AgencyDirectory, Reviews, Delegations);

    internal DecideReview DecideReview => new(AgencyDirectory, Reviews, Delegations, Mark, Tell, Clock);

    internal ReadOutages ReadOutages => new(AgencyDirectory, Outages);

    internal DeclareOutage DeclareOutage => new(WriteOutage, AgencyDirectory, Outages, Clock);

    internal WithdrawOutage WithdrawOutage => new(WriteOutage, Outages, Clock);

    internal WriteOutage WriteOutage => new(Outages, Dirty);

    internal WriteSurvey WriteSurvey => new(
        ChangeSurvey, AgencyDirectory, Agencies, Workforce, Surveys, Clock);

    internal ExtendSurvey ExtendSurvey => new(ChangeSurvey, AgencyDirectory, Surveys, CountSurvey, Clock);

    internal AnswerSurvey AnswerSurvey => new(AgencyDirectory, Surveys, Surveys, Clock);

    internal ReadSurveys ReadSurveys => new(AgencyDirectory, Surveys, Surveys, Clock);

    internal CountSurvey CountSurvey => new(AgencyDirectory, Surveys, Surveys, Surveys);

    internal PlanSurveyCounts PlanSurveyCounts => new(Agencies, Surveys, Surveys, Surveys, Clock);

    internal CountAgency CountAgency => new(Surveys, Surveys, Surveys, Surveys, Clock);

    internal ReadNationalSurveys ReadNationalSurveys =>
        new(Agencies, AgencyDirectory, Surveys, Surveys, Surveys, Clock);

    internal ChangeSurvey ChangeSurvey => new(Surveys);
}

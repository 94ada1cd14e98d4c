namespace Kinerja.AgencyApp;

public enum RequestKind
{
    Agency,
    Units,
    Posts,
    Employees,
    Names,
    Policy,
    Geofence,
    CheckIn,
    CheckInBatch,
    Feedback,
    Rating,
    UnitPerformance,
    Outage,
    Correction,
    CorrectionDecision,
}

/// <summary>One HTTP request of an agency's app, ready to be sent.</summary>
public sealed record AgencyRequest(string AgencyId, RequestKind Kind, string Method, string Path, string Json);

/// <summary>Everything that is sent at one minute; the time is in UTC and equals the requests' sentAt.</summary>
public sealed record ReplayMoment(DateTimeOffset At, IReadOnlyList<AgencyRequest> Requests);

/// <summary>Every route that an agency's app calls.</summary>
internal static class Routes
{
    internal const string Quarter = "2026-Q1";

    internal static AgencyRequest Agency(string agency, string json) =>
        new(agency, RequestKind.Agency, "PUT", $"/api/v1/agencies/{agency}", json);

    internal static AgencyRequest Units(string agency, string json) =>
        new(agency, RequestKind.Units, "PUT", $"/api/v1/agencies/{agency}/units", json);

    internal static AgencyRequest Posts(string agency, string json) =>
        new(agency, RequestKind.Posts, "PUT", $"/api/v1/agencies/{agency}/posts", json);

    internal static AgencyRequest Policy(string agency, string kind, DateOnly from, string json) =>
        new(agency, RequestKind.Policy, "PUT", $"/api/v1/agencies/{agency}/policies/{kind}/{from:O}", json);

    internal static AgencyRequest Employees(string agency, string json) =>
        new(agency, RequestKind.Employees, "PUT", $"/api/v1/agencies/{agency}/employees", json);

    internal static AgencyRequest Names(string agency, string json) =>
        new(agency, RequestKind.Names, "PUT", $"/api/v1/agencies/{agency}/names", json);

    internal static AgencyRequest Geofence(string agency, string fence, string json) =>
        new(agency, RequestKind.Geofence, "PUT", $"/api/v1/agencies/{agency}/geofences/{fence}", json);

    internal static AgencyRequest CheckIn(string agency, string json) =>
        new(agency, RequestKind.CheckIn, "POST", "/api/v1/check-ins", json);

    internal static AgencyRequest CheckInBatch(string agency, string json) =>
        new(agency, RequestKind.CheckInBatch, "POST", "/api/v1/check-ins/batch?details=full", json);

    /// <summary>Check-ins in the app's own words: one, or a list of them.</summary>
    internal static AgencyRequest Intake(string agency, RequestKind kind, string json) =>
        new(agency, kind, "POST", $"/api/v1/intake/{ArsipJson.Mapping}", json);

    internal static AgencyRequest Feedback(string agency, string json) =>
        new(agency, RequestKind.Feedback, "POST", "/api/v1/feedback", json);

    internal static AgencyRequest Rating(string agency, string person, string json) =>
        new(agency, RequestKind.Rating, "PUT", $"/api/v1/agencies/{agency}/ratings/{Quarter}/{person}", json);

    internal static AgencyRequest UnitPerformance(string agency, string unit, string json) =>
        new(
            agency,
            RequestKind.UnitPerformance,
            "PUT",
            $"/api/v1/agencies/{agency}/units/{unit}/performance/{Quarter}",
            json);

    internal static AgencyRequest Outage(string agency, string id, string json) =>
        new(agency, RequestKind.Outage, "PUT", $"/api/v1/agencies/{agency}/outages/{id}", json);

    internal static AgencyRequest Correction(string agency, string person, string json) =>
        new(agency, RequestKind.Correction, "POST", $"/api/v1/employees/{person}/corrections", json);

    internal static AgencyRequest CorrectionDecision(string agency, string person, string id, string json) =>
        new(
            agency,
            RequestKind.CorrectionDecision,
            "POST",
            $"/api/v1/employees/{person}/corrections/{id}/decision",
            json);
}

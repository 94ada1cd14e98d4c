using System.Text.Json;
using Kinerja.AgencyApp;
using Kinerja.Application;
using Kinerja.Application.Intake;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Intake;
using NodaTime;

namespace Kinerja.Local.Tests.AgencyApp;

/// <summary>A check-in as it goes over the wire, with the moment that carries it.</summary>
internal sealed record SentCheckIn(DateTimeOffset At, AgencyRequest Request, JsonElement Json)
{
    internal string Id => Json.GetProperty("id").GetString()!;

    internal string Person => Json.GetProperty("employeeId").GetString()!;

    internal string Kind => Json.GetProperty("kind").GetString()!;

    internal DateTimeOffset CapturedAt => Json.GetProperty("capturedAt").GetDateTimeOffset();

    internal DateTimeOffset SentAt => Json.GetProperty("sentAt").GetDateTimeOffset();

    internal bool Batched => Request.Kind == RequestKind.CheckInBatch;

    internal MapPoint? Point => Json.TryGetProperty("position", out var position)
        ? new(position.GetProperty("longitude").GetDouble(), position.GetProperty("latitude").GetDouble())
        : null;

    internal double? Accuracy => Json.TryGetProperty("position", out var position)
        ? position.GetProperty("accuracyMetres").GetDouble()
        : null;

    internal SampleAgency Agency => Sample.Quarter.Agencies.Single(a => a.Id == Request.AgencyId);

    internal SamplePerson Owner => Agency.People.Single(p => p.Id == Person);
}

/// <summary>The default quarter, made and parsed once for all tests.</summary>
internal static class Sample
{
    private static readonly Lazy<IReadOnlyList<SentCheckIn>> Sent = new(() => [.. Moments!.SelectMany(Read)]);

    private static readonly Lazy<IntakePolicy> Intake = new(() => ContractReader.Read(
        JsonElement.Parse(Quarter!.Setup.Single(
            r => r.Path.Contains("/policies/intake/", StringComparison.Ordinal)).Json),
        JsonFormat.Default.IntakePolicyDocument,
        "").Value.Read("").Value);

    internal static SampleQuarter Quarter { get; } = SampleQuarter.Create();

    internal static IReadOnlyList<ReplayMoment> Moments { get; } = [.. Quarter.Moments];

    internal static IEnumerable<AgencyRequest> Requests => Moments.SelectMany(m => m.Requests);

    /// <summary>Every check-in that is sent, resends included.</summary>
    internal static IReadOnlyList<SentCheckIn> CheckIns => Sent.Value;

    /// <summary>Each check-in once, as first sent.</summary>
    internal static IReadOnlyList<SentCheckIn> FirstSent { get; } = [.. CheckIns.DistinctBy(c => c.Id)];

    /// <summary>As the API reads the app's own words, by the policy that the agency put.</summary>
    internal static IEnumerable<JsonElement> Mapped(AgencyRequest request, DateTimeOffset at) => RecordReader.Read(
        Intake.Value.Mappings.Single(),
        JsonElement.Parse(request.Json),
        Instant.FromDateTimeOffset(at)).Value.Items
            .Select(record => IntakeJson.Of(record.Value, AgencyId.Parse(request.AgencyId).Value));

    private static IEnumerable<SentCheckIn> Read(ReplayMoment moment)
    {
        foreach (var request in moment.Requests)
        {
            if (request.Path.StartsWith("/api/v1/intake/", StringComparison.Ordinal))
            {
                foreach (var item in Mapped(request, moment.At))
                {
                    yield return new(moment.At, request, item);
                }
            }
            else if (request.Kind == RequestKind.CheckIn)
            {
                yield return new(moment.At, request, JsonElement.Parse(request.Json));
            }
            else if (request.Kind == RequestKind.CheckInBatch)
            {
                foreach (var item in JsonElement.Parse(request.Json).GetProperty("checkIns").EnumerateArray())
                {
                    yield return new(moment.At, request, item);
                }
            }
        }
    }
}

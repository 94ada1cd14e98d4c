using Kinerja.Application.Json;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Runs;

public sealed record NipResolutionRequest(string? Purpose, string? Period, IReadOnlyList<string?>? EmployeeIds)
{
    internal const int MostPeople = 200;

    private const int MostPurposeLetters = 500;

    public Result<NipResolutionCommand> Read()
    {
        var fields = new FieldReader();
        var purpose = fields.Text("purpose", Purpose, MostPurposeLetters);
        var period = fields.Take("period", p => AppraisalPeriod.Parse(Period, p));
        var people = fields.Ids("employeeIds", EmployeeIds, MostPeople, EmployeeId.Parse);
        if (EmployeeIds is not { Count: > 0 })
        {
            fields.Add("employeeIds", $"1 to {MostPeople} ids are expected.");
        }

        foreach (var (id, at) in people.Select((id, i) => (id, i)).Where(one => people.IndexOf(one.id) < one.i))
        {
            fields.Add($"employeeIds/{at}", $"{id} stands here twice.");
        }

        return fields.Finish(() => new NipResolutionCommand(purpose!, period!.Value, people));
    }
}

/// <summary>The only answer of the API that holds NIPs.</summary>
public readonly struct ResolvedNipsResponse(ResolvedNips resolved)
{
    public AgencyId AgencyId => resolved.Resolution.AgencyId;
    public AppraisalPeriod Period => resolved.Resolution.Period;
    public int Revision => resolved.Resolution.Revision;
    public Instant RecordedAt => resolved.Resolution.At;
    public IReadOnlyList<ResolvedNipResponse> People =>
        [.. resolved.People.Select(one => new ResolvedNipResponse(one.EmployeeId, one.Nip.Reveal()))];
    public IReadOnlyList<EmployeeId> Unknown => resolved.Unknown;
    public IReadOnlyList<EmployeeId> WithoutNip => resolved.WithoutNip;

    public static ResolvedNipsResponse Of(ResolvedNips resolved) => new(resolved);
}

public sealed record ResolvedNipResponse(EmployeeId EmployeeId, string Nip);

/// <summary>A record of the list; it holds no NIP.</summary>
public readonly struct NipResolutionResponse(NipResolution one)
{
    public Instant RecordedAt => one.At;
    public AgencyId ByAgencyId => one.Actor.Agency;
    public string ByClient => one.Actor.Client;
    public string Purpose => one.Purpose;
    public AppraisalPeriod Period => one.Period;
    public int Revision => one.Revision;
    public IReadOnlyList<EmployeeId> EmployeeIds => one.Asked;
    public int Given => one.Given;
}

public sealed record NipResolutionListResponse(IReadOnlyList<NipResolutionResponse> Resolutions)
{
    public static NipResolutionListResponse Of(IReadOnlyList<NipResolution> resolutions) =>
        new([.. resolutions.Select(one => new NipResolutionResponse(one))]);
}

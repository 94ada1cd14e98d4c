using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

public readonly struct PilotWaveResponse(PilotWave wave)
{
    public int Number => wave.Number;
    public LocalDate? From => wave.From;
    public PilotCertainty FromIs => wave.FromIs;
}

public readonly struct PilotAgencyResponse(PilotAgency agency)
{
    public string Name => agency.Name;
    public GovernmentLevel Level => agency.Level;
    public int Wave => agency.Wave;
}

/// <summary>The trial of PP 30/2019: who, in which wave, and how sure each fact is.</summary>
public sealed record PilotListResponse(
    LocalDate AnnouncedOn,
    PilotCertainty AgenciesAre,
    PilotCertainty UnitsAndPostsAre,
    IReadOnlyList<PilotWaveResponse> Waves,
    IReadOnlyList<PilotAgencyResponse> Agencies)
{
    public static PilotListResponse Shipped { get; } = new(
        PilotAgencies.AnnouncedOn,
        PilotCertainty.Confirmed,
        PilotCertainty.Unknown,
        [.. PilotAgencies.Waves.Select(wave => new PilotWaveResponse(wave))],
        [.. PilotAgencies.All.Select(agency => new PilotAgencyResponse(agency))]);
}

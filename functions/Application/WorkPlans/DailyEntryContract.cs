using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

public sealed record DailyEntryRequest(
    string? PlanFrom, string? ResultId, string? Words, int? Minutes, decimal? Quantity,
    IReadOnlyList<EvidenceRequest?>? Evidence, IReadOnlyList<string?>? EvidenceSha256, bool? Submit)
{
    private const int MostWords = 2000;
    private const int MinutesOfADay = 24 * 60;

    public Result<DailyEntryCommand> Read()
    {
        var fields = new FieldReader();
        var planFrom = fields.Day("planFrom", PlanFrom);
        var result = fields.Take("resultId", p => PlanRowId.Parse(ResultId, p));
        var words = fields.Text("words", Words, MostWords);
        var minutes = fields.OptionalWhole("minutes", Minutes, 1, MinutesOfADay);
        var quantity = Quantity is null ? null : Figures.Read(fields, "quantity", Quantity);
        if (Minutes is null && Quantity is null)
        {
            fields.Add("minutes", "Minutes or a quantity are expected.");
        }

        var evidence = fields.Each("evidence", Evidence, EvidenceRequest.Most, EvidenceRequest.Read);
        var hashes = fields.Ids("evidenceSha256", EvidenceSha256, EvidenceRequest.Most, Sha256Hex.Parse);
        var submit = fields.Required("submit", Submit);
        return fields.Finish(() => new DailyEntryCommand(
            new DailyEntryContent(planFrom!.Value, result!.Value, words!, minutes, quantity, evidence, hashes),
            submit!.Value));
    }
}

/// <summary>What is sent back needs words.</summary>
public sealed record DailyEntryDecisionRequest(string? DecidedById, bool? Approved, string? Words)
{
    public Result<DailyEntryDecisionCommand> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        var approved = fields.Required("approved", Approved);
        var words = fields.OptionalText("words", Words, 2000);
        return fields.Finish(() => new DailyEntryDecisionCommand(by!.Value, approved!.Value, words));
    }
}

public readonly struct DailyEntryDecisionResponse(DailyEntryDecision decision)
{
    public EmployeeId DecidedById => decision.By;
    public bool Approved => decision.Approved;
    public string? Words => decision.Words;
    public Instant DecidedAt => decision.At;
}

public readonly struct DailyEntryResponse(DailyEntry entry)
{
    public EmployeeId EmployeeId => entry.EmployeeId;
    public LocalDate Date => entry.Day;
    public ClientId Id => entry.Id;
    public LocalDate PlanFrom => entry.Content.PlanFrom;
    public PlanRowId ResultId => entry.Content.ResultId;
    public string Words => entry.Content.Words;
    public int? Minutes => entry.Content.Minutes;
    public decimal? Quantity => entry.Content.Quantity;
    public IReadOnlyList<EvidenceLink> Evidence => entry.Content.Evidence;
    public IReadOnlyList<string> EvidenceSha256 => [.. entry.Content.EvidenceSha256.Select(hash => hash.ToString())];
    public DailyEntryState State => entry.State;
    public Instant? SubmittedAt => entry.SubmittedAt;
    public LocalDate? DueOn => entry.DueOn;
    public bool Late => entry.Late;
    public DailyEntryDecisionResponse? Decision =>
        entry.Decision is { } decision ? new DailyEntryDecisionResponse(decision) : null;
    public int Version => entry.Version;

    public static DailyEntryResponse Of(DailyEntry entry) => new(entry);
}

public sealed record DailyEntryListResponse(IReadOnlyList<DailyEntryResponse> Entries)
{
    public static DailyEntryListResponse Of(IReadOnlyList<DailyEntry> entries) =>
        new([.. entries.Select(DailyEntryResponse.Of)]);
}

public sealed record DailyProgressListResponse(Quarter Period, IReadOnlyList<DailyProgress> People);

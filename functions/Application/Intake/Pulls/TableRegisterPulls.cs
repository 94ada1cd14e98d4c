using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>
/// A source and the newest pull of an agency are two rows; what a pull found is a partition of its own. The token is
/// sealed, and so are the rows as they came, since they hold NIPs.
/// </summary>
public sealed class TableRegisterPulls(TableStore store, ColumnSeal seal) : IRegisterPulls
{
    public Task<Tagged<RegisterSource>?> FindSourceAsync(AgencyId agency, CancellationToken cancel) =>
        store.FindAsync(
            TableNames.RegisterPulls, agency.ToString(), RegisterPullRows.Source,
            row => RegisterPullRows.Open(RegisterPullRows.ReadSource(row), seal), cancel);

    public Task<bool> PutSourceAsync(RegisterSource source, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(
            TableNames.RegisterPulls, RegisterPullRows.Write(RegisterPullRows.Sealed(source, seal)), tag, cancel);

    public Task RemoveSourceAsync(AgencyId agency, CancellationToken cancel) =>
        store.RemoveAsync(TableNames.RegisterPulls, agency.ToString(), RegisterPullRows.Source, cancel);

    public Task<Tagged<RegisterPull>?> FindPullAsync(AgencyId agency, CancellationToken cancel) =>
        store.FindAsync(
            TableNames.RegisterPulls, agency.ToString(), RegisterPullRows.Pull, RegisterPullRows.ReadPull, cancel);

    public Task<bool> PutPullAsync(RegisterPull pull, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(TableNames.RegisterPulls, RegisterPullRows.Write(pull), tag, cancel);

    public Task PutChangesAsync(
        AgencyId agency, string pull, IReadOnlyCollection<RegisterChange> changes, CancellationToken cancel) =>
        store.PutAllAsync(
            TableNames.RegisterChanges,
            changes.Select(change => RegisterChangeRows.Write(RegisterChangeRows.Sealed(agency, pull, change, seal))),
            cancel);

    public async Task RemoveChangesAsync(AgencyId agency, string pull, CancellationToken cancel)
    {
        var partition = RegisterChangeRows.Partition(agency, pull);
        var keys = await store.ListAsync(
            TableNames.RegisterChanges, TableRange.Partition(partition), ["PartitionKey", "RowKey"], cancel)
            .Select(row => new TableTransactionAction(
                TableTransactionActionType.Delete, new TableEntity(partition, row.RowKey)))
            .ToListAsync(cancel);
        foreach (var some in keys.Chunk(TableStore.MostPerTransaction))
        {
            await store.SubmitAsync(TableNames.RegisterChanges, some, cancel);
        }
    }

    public IAsyncEnumerable<RegisterChange> ListChangesAsync(
        AgencyId agency, string pull, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.RegisterChanges, TableRange.Partition(RegisterChangeRows.Partition(agency, pull)), Read, cancel);

    public Task<ListPage<RegisterChange>> PageChangesAsync(
        AgencyId agency, string pull, string? after, int most, CancellationToken cancel) =>
        store.PageAsync(
            TableNames.RegisterChanges, RegisterChangeRows.Partition(agency, pull), after, most, Read, cancel);

    private RegisterChange Read(TableEntity row) => RegisterChangeRows.Open(RegisterChangeRows.Read(row), seal);
}

/// <summary>A source whose token is sealed.</summary>
internal sealed record SealedRegisterSource(RegisterSource Source);

internal static class RegisterPullRows
{
    internal const string Source = "source";
    internal const string Pull = "pull";

    internal static SealedRegisterSource Sealed(RegisterSource open, ColumnSeal seal) =>
        new(open with { Token = seal.Seal(Place(open.AgencyId), open.Token) });

    internal static RegisterSource Open(SealedRegisterSource closed, ColumnSeal seal) => closed.Source with
    {
        Token = seal.Open(Place(closed.Source.AgencyId), closed.Source.Token),
    };

    internal static TableEntity Write(SealedRegisterSource closed)
    {
        var source = closed.Source;
        var row = TableColumns.NewRow(source.AgencyId.ToString(), Source);
        row["Url"] = source.Url.AbsoluteUri;
        row["Token"] = source.Token;
        row["AutomaticUpTo"] = source.AutomaticUpTo;
        row.PutInstant("SetAt", source.SetAt);
        row.PutActor(source.Actor);
        row.PutText("Tag", source.Tag);
        if (source.ReadAt is { } read)
        {
            row.PutInstant("ReadAt", read);
        }

        if (source.Problem is { } problem)
        {
            row.PutEnum<PullFault>("Fault", problem.Fault);
            row.PutSentence("FaultDetail", problem.Detail);
            row.PutInstant("FaultAt", problem.At);
        }

        return row;
    }

    internal static SealedRegisterSource ReadSource(TableEntity row) => new(
        new(
            AgencyId.Parse(row.PartitionKey).Value, new Uri(row.Text("Url")), row.Text("Token"),
            row.Int("AutomaticUpTo"), row.Instant("SetAt"))
        {
            Actor = row.Actor()!,
            Tag = row.GetString("Tag"),
            ReadAt = row.GetInt64("ReadAt") is null ? null : row.Instant("ReadAt"),
            Problem = row.EnumOrNull<PullFault>("Fault") is { } fault
                ? new(fault, row.SentenceOrNull("FaultDetail")!, row.Instant("FaultAt"))
                : null,
        });

    internal static TableEntity Write(RegisterPull pull)
    {
        var row = TableColumns.NewRow(pull.AgencyId.ToString(), Pull);
        row["Id"] = pull.Id;
        row.PutEnum<PullState>("State", pull.State);
        row.PutInstant("ReadAt", pull.ReadAt);
        row["Units"] = pull.Counts.Units;
        row["Employees"] = pull.Counts.Employees;
        row["Changes"] = pull.Counts.Changes;
        row["Missing"] = pull.Counts.Missing;
        row["Faulty"] = pull.Counts.Faulty;
        row.PutActor(pull.AgreedBy);
        row.PutText("AgreedById", pull.AgreedById?.ToString());
        if (pull.AgreedAt is { } agreed)
        {
            row.PutInstant("AgreedAt", agreed);
        }

        if (pull.AppliedAt is { } applied)
        {
            row.PutInstant("AppliedAt", applied);
        }

        row["Applied"] = pull.Outcomes.Applied;
        row["Refused"] = pull.Outcomes.Refused;
        row["Overtaken"] = pull.Outcomes.Overtaken;
        return row;
    }

    internal static RegisterPull ReadPull(TableEntity row) => new(
        AgencyId.Parse(row.PartitionKey).Value,
        row.Text("Id"),
        row.Enum<PullState>("State"),
        row.Instant("ReadAt"),
        new(row.Int("Units"), row.Int("Employees"), row.Int("Changes"), row.Int("Missing"), row.Int("Faulty")))
    {
        AgreedBy = row.Actor(),
        AgreedById = row.GetString("AgreedById") is { } by ? StoredValues.Person(by) : null,
        AgreedAt = row.GetInt64("AgreedAt") is null ? null : row.Instant("AgreedAt"),
        AppliedAt = row.GetInt64("AppliedAt") is null ? null : row.Instant("AppliedAt"),
        Outcomes = new(row.Int("Applied"), row.Int("Refused"), row.Int("Overtaken")),
    };

    private static string Place(AgencyId agency) => $"{TableNames.RegisterPulls}_{agency}_Token";
}

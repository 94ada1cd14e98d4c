using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Exchange;

/// <summary>Each agency's account at SIASN, and what became of whose result.</summary>
public interface ISiasnResults
{
    Task<Tagged<SiasnAccount>?> FindAccountAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>For the first time (tag null), or over what carries the tag; false when somebody wrote it.</summary>
    Task<bool> PutAccountAsync(SiasnAccount account, string? tag, CancellationToken cancel);

    /// <summary>Takes the credentials away; what was sent stays readable.</summary>
    Task RemoveAccountAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>By number; none of a period that was never to be sent.</summary>
    Task<IReadOnlyList<Tagged<SiasnShard>>> ListShardsAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel);

    Task<Tagged<SiasnShard>?> FindShardAsync(
        AgencyId agency, AppraisalPeriod period, int number, CancellationToken cancel);

    /// <summary>As for the account.</summary>
    Task<bool> PutShardAsync(SiasnShard shard, string? tag, CancellationToken cancel);

    /// <summary>Of people of that slice, in no order that means anything.</summary>
    IAsyncEnumerable<SiasnEntry> ListEntriesAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel);

    Task PutEntryAsync(SiasnEntry entry, CancellationToken cancel);

    /// <summary>A page of those that were refused or have failed.</summary>
    Task<ListPage<SiasnEntry>> PageOpenAsync(
        AgencyId agency, AppraisalPeriod period, string? after, int most, CancellationToken cancel);
}

/// <summary>A shard of a final result is to be sent.</summary>
/// <param name="AgencyId">Whose.</param>
/// <param name="Period">Of when.</param>
/// <param name="Revision">Which; another one that holds by then has a step of its own.</param>
/// <param name="Shard">From 0.</param>
/// <param name="Anew">Try also what was refused.</param>
public sealed record SiasnStep(AgencyId AgencyId, AppraisalPeriod Period, int Revision, int Shard, bool Anew);

/// <summary>Carries what is to be sent; a step comes at least once.</summary>
public interface ISiasnQueue
{
    Task SendAsync(IReadOnlyCollection<SiasnStep> steps, CancellationToken cancel);
}

/// <summary>What SIASN answered.</summary>
/// <param name="Status">As it came; 0: there was no answer, or one that broke off.</param>
/// <param name="Body">Null: none, or more bytes than are taken.</param>
public sealed record SiasnAnswer(int Status, ReadOnlyMemory<byte>? Body)
{
    public static SiasnAnswer None { get; } = new(0, null);

    /// <summary>Set where SIASN does not know the agency any more, also by a fresh token.</summary>
    public SiasnFault? Fault { get; init; }
}

/// <summary>
/// Calls SIASN as an agency, with the app's token and the official's sign-on. Reads are repeated when they fail; a
/// write never is, since SIASN has no key that tells a repeat.
/// </summary>
public interface ISiasnServer
{
    /// <summary>A person's whole history has far less.</summary>
    const int MostBytes = 1024 * 1024;

    /// <param name="account">Whose credentials.</param>
    /// <param name="path">Below the account's address; it may hold a NIP and is never logged.</param>
    /// <param name="cancel">Stops it.</param>
    Task<SiasnAnswer> GetAsync(SiasnAccount account, string path, CancellationToken cancel);

    /// <summary>The same with a body of JSON.</summary>
    Task<SiasnAnswer> PostAsync(
        SiasnAccount account, string path, ReadOnlyMemory<byte> body, CancellationToken cancel);
}

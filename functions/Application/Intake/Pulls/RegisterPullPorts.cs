using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Intake.Pulls;

namespace Kinerja.Application.Intake.Pulls;

/// <summary>Where agencies' own systems are, the newest pull of each, and what it found.</summary>
public interface IRegisterPulls
{
    Task<Tagged<RegisterSource>?> FindSourceAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>For the first time (tag null), or over what carries the tag; false when somebody wrote it.</summary>
    Task<bool> PutSourceAsync(RegisterSource source, string? tag, CancellationToken cancel);

    /// <summary>Takes the address and its token away; what a pull found stays readable.</summary>
    Task RemoveSourceAsync(AgencyId agency, CancellationToken cancel);

    Task<Tagged<RegisterPull>?> FindPullAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>As for the source.</summary>
    Task<bool> PutPullAsync(RegisterPull pull, string? tag, CancellationToken cancel);

    /// <summary>Writes what a pull found, in place of what stands under the same keys.</summary>
    Task PutChangesAsync(
        AgencyId agency, string pull, IReadOnlyCollection<RegisterChange> changes, CancellationToken cancel);

    /// <summary>Takes away what a former pull found.</summary>
    Task RemoveChangesAsync(AgencyId agency, string pull, CancellationToken cancel);

    /// <summary>By key.</summary>
    IAsyncEnumerable<RegisterChange> ListChangesAsync(AgencyId agency, string pull, CancellationToken cancel);

    /// <summary>A page of them.</summary>
    Task<ListPage<RegisterChange>> PageChangesAsync(
        AgencyId agency, string pull, string? after, int most, CancellationToken cancel);
}

/// <summary>Carries what is to be read or written; a step comes at least once.</summary>
public interface IRegisterPullQueue
{
    Task SendAsync(RegisterPullStep step, CancellationToken cancel);
}

/// <param name="Url">With the cursor of the page.</param>
/// <param name="Token">What the server knows this service by.</param>
/// <param name="KnownTag">What is known already (If-None-Match).</param>
public sealed record RegisterCall(Uri Url, string Token, string? KnownTag)
{
    public override string ToString() => "call of a register (token hidden)";
}

/// <summary>What the server answered.</summary>
/// <param name="Status">As it came.</param>
/// <param name="Tag">Its ETag, as it came.</param>
/// <param name="Body">Null: of another status than 200, or more bytes than are taken.</param>
public sealed record RegisterPage(int Status, string? Tag, ReadOnlyMemory<byte>? Body);

/// <summary>
/// Calls servers that are not ours, with retries of its own. Throws when there is no answer or one that breaks off.
/// </summary>
public interface IRegisterServer
{
    /// <summary>A page holds no more, as a list that is sent here.</summary>
    const int MostBytes = 1024 * 1024;

    Task<RegisterPage> GetAsync(RegisterCall call, CancellationToken cancel);
}

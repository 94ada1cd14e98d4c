using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Whether the two people of a move are one: the same NIP is the receiving agency's person's and the other agency's.
/// Nobody records a move of a person whose NIP the own register does not have, and whose a NIP is stays unsaid.
/// </summary>
public sealed class ProveMoves(AgencyDirectory register, IIdentities identities, IMoves moves, NipLookupKey key)
{
    private const int MostReadsAtOnce = 32;

    /// <summary>Every move as it may be written, or every fault of the list.</summary>
    public async Task<Result<IReadOnlyList<MoveToWrite>>> ExecuteAsync(
        AgencyId agency, IReadOnlyList<MoveClaim> claims, CancellationToken cancel)
    {
        var (sound, unproven, others) = (new List<MoveToWrite>(), new List<FieldFault>(), new List<FieldFault>());
        foreach (var some in claims.Index().Chunk(MostReadsAtOnce))
        {
            var read = await Task.WhenAll(some.Select(claim => ReadAsync(agency, claim.Item, cancel)));
            foreach (var ((index, claim), found) in some.Zip(read))
            {
                if (Fault(claim, found) is { } fault)
                {
                    unproven.Add(fault with { Pointer = $"/moves/{index}{fault.Pointer}" });
                }
                else if (MoveRules.Accept(MoveOf(agency, claim, found), found.Known).TryGet(
                    out var next, out var refusal))
                {
                    sound.Add(next);
                }
                else
                {
                    others.AddRange(refusal.Under($"/moves/{index}").Faults);
                }
            }
        }

        const string Unproven = "Both must be registered with this NIP.";
        const string Contradicts = "Another move that is recorded says otherwise.";
        return unproven.Count > 0
            ? No(RefusalKind.Unprocessable, RefusalCodes.MoveUnproven, Unproven, unproven)
            : others.Count > 0
            ? No(RefusalKind.Conflict, RefusalCodes.MoveContradicts, Contradicts, others)
            : sound;
    }

    private async Task<Found> ReadAsync(AgencyId agency, MoveClaim claim, CancellationToken cancel)
    {
        var hash = key.HashOf(claim.Nip);
        var own = await identities.FindAsync(agency, hash, cancel);
        var origin = await identities.FindAsync(claim.FromAgencyId, hash, cancel);
        var registered = await register.FindEmployeeAsync(agency, claim.EmployeeId, cancel) is not null;
        var known = (await moves.ListAsync(agency, claim.EmployeeId, cancel)).Select(m => m.Value).ToList();
        return new(
            registered ? own : null,
            origin is { } person && await register.FindEmployeeAsync(claim.FromAgencyId, person, cancel) is not null
                ? person
                : null,
            known);
    }

    private static FieldFault? Fault(MoveClaim claim, Found found) =>
        found.Own != claim.EmployeeId
            ? new("/employeeId", "Nobody of this id is registered here with this NIP.")
            : found.Origin is null
            ? new("/fromAgencyId", "Nobody is registered there with this NIP.")
            : claim.FromEmployeeId is { } named && named != found.Origin
            ? new FieldFault("/fromEmployeeId", "Nobody of this id is registered there with this NIP.")
            : null;

    private static Move MoveOf(AgencyId agency, MoveClaim claim, Found found) =>
        new(agency, claim.EmployeeId, claim.FromAgencyId, found.Origin!.Value, claim.On);

    private static Refusal No(RefusalKind kind, string code, Sentence detail, IReadOnlyList<FieldFault> faults) =>
        new(kind, code, detail) { Faults = faults };

    private sealed record Found(EmployeeId? Own, EmployeeId? Origin, IReadOnlyCollection<Move> Known);
}

using System.Text;
using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>The secret that makes the draw of spot checks unpredictable; the same on every instance.</summary>
public sealed record SpotCheckSalt(ReadOnlyMemory<byte> Bytes)
{
    private const int LeastCharacters = 16;

    /// <summary>Throws when the text is too short to be a secret: a host with such a one must not start.</summary>
    public static SpotCheckSalt From(string text) => text.Length >= LeastCharacters
        ? new SpotCheckSalt(Encoding.UTF8.GetBytes(text))
        : throw new InvalidOperationException($"The salt of spot checks has fewer than {LeastCharacters} characters.");
}

/// <summary>A window that has opened, and what answered it; null while nothing did.</summary>
public sealed record AskedSpotCheck(SpotCheckWindow Window, CheckIn? Answer, string PolicyVersion, DateTimeZone Zone)
{
    /// <summary>What a leader asked for; null where the window was drawn.</summary>
    public PresenceProof? Proof { get; init; }
}

/// <summary>
/// Which proofs of presence a person was asked for on a day. Only what has opened is told, so that nobody can ask
/// ahead.
/// </summary>
public sealed class ReadSpotChecks(
    AgencyDirectory register, ICheckIns checkIns, IPresenceProofs proofs, SpotCheckSalt salt, TimeProvider clock)
{
    public async Task<Result<IReadOnlyList<AskedSpotCheck>>> ExecuteAsync(
        AgencyId agency, EmployeeId employee, LocalDate date, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is not { } person)
        {
            return NotFound.Employee(employee);
        }

        var unit = await register.UnitOfAsync(agency, person, cancel);
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.CheckIn, cancel)).On(date);
        var now = clock.Now();
        var opened = SpotCheckRules
            .Draw(agency, employee, date, unit.Zone, policy.SpotChecks, policy.Version, salt.Bytes.Span)
            .Where(window => window.Opens <= now)
            .Select(window => (Window: window, Proof: (PresenceProof?)null)).ToList();
        await foreach (var proof in proofs.ListAsync(agency, date.ToYearMonth(), employee, cancel))
        {
            if (proof.Date == date)
            {
                opened.Add((proof.Window, proof));
            }
        }

        if (opened.Count == 0)
        {
            return Array.Empty<AskedSpotCheck>();
        }

        var known = await checkIns.ListAsync(agency, date.ToYearMonth(), employee, cancel);
        return opened
            .OrderBy(asked => asked.Window.Opens)
            .Select(asked => new AskedSpotCheck(
                asked.Window, SpotCheckRules.AnswerTo(asked.Window, known), policy.Version, unit.Zone)
            {
                Proof = asked.Proof,
            }).ToList();
    }
}

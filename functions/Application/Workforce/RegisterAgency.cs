using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Registers an agency or changes its name, its zone, its seat and its first day. The first day is what is given, else
/// the day of the first registration; days before it are not judged. What is left out of seat and first day stays.
/// </summary>
public sealed class RegisterAgency(
    IAgencies agencies, AgencyDirectory register, IRegisterChanges changes, TimeProvider clock)
{
    /// <param name="actor">Who says so.</param>
    /// <param name="agency">
    /// What holds from now on, its first day left to the next argument; without a seat: the one that is known.
    /// </param>
    /// <param name="beganOn">The first day, also one that is past; null: as it was.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Agency> PutAsync(Actor actor, Agency agency, LocalDate? beganOn, CancellationToken cancel)
    {
        var known = await agencies.FindAsync(agency.Id, cancel);
        var first = beganOn ?? known?.BeganOn ?? clock.Now().InZone(agency.Zone).Date;
        var joined = agency with { BeganOn = first, Seat = agency.Seat ?? known?.Seat };
        if (known is not null && known.BeganOn != first)
        {
            await changes.OfEverybodyAsync(joined, LocalDate.Min(known.BeganOn, first), cancel);
        }

        await agencies.PutAsync(joined, actor, cancel);
        register.Invalidate(agency.Id);
        return joined;
    }
}

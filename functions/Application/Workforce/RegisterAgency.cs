using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Registers an agency or changes its name, its zone, its seat and its first day. The first day is what is given, else
/// the day of the first registration; days before it are not judged. What is left out of seat and first day stays.
/// Of two who write at once the later reads again what the other wrote, so that nothing is lost.
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
        Agency joined;
        bool done;
        do
        {
            var found = await agencies.FindTaggedAsync(agency.Id, cancel);
            var known = found?.Value;
            var first = beganOn ?? known?.BeganOn ?? clock.Now().InZone(agency.Zone).Date;
            joined = agency with { BeganOn = first, Seat = agency.Seat ?? known?.Seat };
            if (known is not null && known.BeganOn != first)
            {
                await changes.OfEverybodyAsync(joined, LocalDate.Min(known.BeganOn, first), cancel);
            }

            done = await agencies.PutAsync(new(joined, found?.Tag, actor), cancel);
        }
        while (!done);

        register.Invalidate(agency.Id);
        return joined;
    }

    /// <summary>Takes the agency's seat away; one that has told none stays as it is.</summary>
    /// <param name="actor">Who says so: the national operator, whose agency need not be this one.</param>
    /// <param name="id">Whose seat.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<Agency>> RemoveSeatAsync(Actor actor, AgencyId id, CancellationToken cancel)
    {
        while (await agencies.FindTaggedAsync(id, cancel) is { } found)
        {
            var without = found.Value with { Seat = null };
            if (found.Value.Seat is null || await agencies.PutAsync(new(without, found.Tag, actor), cancel))
            {
                register.Invalidate(id);
                return without;
            }
        }

        return NotFound.Agency(id);
    }
}

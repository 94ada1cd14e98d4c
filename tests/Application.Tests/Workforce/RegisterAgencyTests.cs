using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Workforce;

/// <summary>Two who write an agency at once: whichever comes later reads what the other wrote.</summary>
public sealed class RegisterAgencyTests
{
    private static readonly Seat Senayan = Seat.Parse(-6.2289, 106.8175).Value;
    private static readonly Agency Plain = new(Some.AgencyId, "Kementerian PANRB", Some.Wib);

    private readonly World _world = new();

    private RegisterAgency Register => new(_world.Agencies, _world.AgencyDirectory, _world.Changes, _world.Clock);

    private Agency Stored => _world.Agencies.Rows[$"{Some.AgencyId}"];

    public static TheoryData<string, string> Pairs => new()
    {
        { "seat", "first day" },
        { "first day", "seat" },
        { "seat", "name" },
        { "name", "seat" },
        { "first day", "name" },
        { "seat taken away", "first day" },
        { "first day", "seat taken away" },
        { "seat taken away", "name" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Of_two_writers_at_once_neither_takes_away_what_the_other_wrote(string slow, string fast)
    {
        await Register.PutAsync(Some.Actor, Plain with { Seat = Seat.Parse(-7, 110).Value }, new(2026, 1, 1), default);
        _world.Agencies.BeforePutting = () => WriteAsync(fast);

        await WriteAsync(slow);

        Assert.All([slow, fast], Holds(Stored));
        // What neither said stays.
        Assert.Equal(
            new LocalDate(2026, slow == "first day" || fast == "first day" ? 3 : 1, 1), Stored.BeganOn);
    }

    [Fact]
    public async Task Of_two_who_register_an_agency_at_once_it_is_there_once_with_what_both_said()
    {
        var id = AgencyId.Parse("baru").Value;
        var agency = new Agency(id, "Baru", Some.Wib);
        _world.Agencies.BeforePutting = () => Register.PutAsync(
            Some.ActorOf(id), agency with { Seat = Senayan }, new(2026, 1, 15), default);

        var joined = await Register.PutAsync(Some.ActorOf(id), agency, null, default);

        Assert.Equal((Senayan, new LocalDate(2026, 1, 15)), (joined.Seat, joined.BeganOn));
        Assert.Equal(joined, _world.Agencies.Rows["baru"]);
    }

    [Fact]
    public async Task A_seat_is_taken_away_once_and_again_nothing_is_written()
    {
        await Register.PutAsync(Some.Actor, Plain with { Seat = Senayan }, null, default);
        Assert.Null((await Register.RemoveSeatAsync(Some.Actor, Some.AgencyId, default)).Value.Seat);
        _world.Agencies.BeforePutting = () => throw new InvalidOperationException("It was written.");

        Assert.Null((await Register.RemoveSeatAsync(Some.Actor, Some.AgencyId, default)).Value.Seat);
        Assert.Null(Stored.Seat);
        Refused.Is(
            RefusalCodes.UnknownAgency,
            await Register.RemoveSeatAsync(Some.Actor, AgencyId.Parse("tiada").Value, default));
    }

    /// <summary>Each says one thing beside what a request must say; the name is said by each.</summary>
    private Task WriteAsync(string what) => what switch
    {
        "seat" => Register.PutAsync(Some.Actor, Plain with { Seat = Senayan }, null, default),
        "first day" => Register.PutAsync(Some.Actor, Plain, new(2026, 3, 1), default),
        "name" => Register.PutAsync(Some.Actor, Plain with { Zone = Some.Wit }, null, default),
        _ => Register.RemoveSeatAsync(Some.Actor, Some.AgencyId, default),
    };

    private static Action<string> Holds(Agency agency) => what => Assert.True(
        what switch
        {
            "seat" => agency.Seat == Senayan,
            "first day" => agency.BeganOn == new LocalDate(2026, 3, 1),
            "name" => true,
            _ => agency.Seat is null,
        },
        $"{what}: {agency}");
}

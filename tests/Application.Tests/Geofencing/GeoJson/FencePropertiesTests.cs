using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NodaTime;
using static Kinerja.Application.Tests.Geofencing.GeoJson.GeofenceJson;

namespace Kinerja.Application.Tests.Geofencing.GeoJson;

/// <summary>
/// Windows, holidays, capacity and lists as GeoJSON properties; the other members are in GeofenceReaderTests.
/// </summary>
public sealed class FencePropertiesTests
{
    [Fact]
    public void Windows_are_read_with_their_days()
    {
        var fence = With(
            ""","windows":[{"days":["monday","friday"],"from":"06:00","to":"19:00"}],"holidays":"notInForce" """).Value;
        var window = Assert.Single(fence.Hours.Windows);
        Assert.Equal(
            (WeekDays.Monday | WeekDays.Friday, new LocalTime(6, 0), new LocalTime(19, 0)),
            (window.Days, window.From, window.To));
        Assert.Equal(HolidayRule.NotInForce, fence.Hours.Holidays);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","windows":null""")]
    [InlineData(""","windows":[],"holidays":"inForce" """)]
    public void Without_windows_a_fence_holds_all_week(string more) =>
        Assert.Equal(FenceHours.Always, With(more).Value.Hours);

    [Fact]
    public void Twenty_four_o_clock_is_the_end_of_the_day() => Assert.Equal(
        LocalTime.Midnight,
        Assert.Single(With(""","windows":[{"days":["sunday"],"from":"13:00","to":"24:00"}]""").Value.Hours.Windows).To);

    [Theory]
    [InlineData("7", "")]
    [InlineData("[7]", "/0")]
    [InlineData("""[{"days":["monday"],"from":"06:00","to":"19:00","zone":"x"}]""", "/0")]
    [InlineData("""[{"from":"06:00","to":"19:00"}]""", "/0/days")]
    [InlineData("""[{"days":[],"from":"06:00","to":"19:00"}]""", "/0/days")]
    [InlineData("""[{"days":["senin"],"from":"06:00","to":"19:00"}]""", "/0/days/0")]
    [InlineData("""[{"days":["monday","monday"],"from":"06:00","to":"19:00"}]""", "/0/days/1")]
    [InlineData("""[{"days":["monday"],"from":"24:00","to":"19:00"}]""", "/0/from")]
    [InlineData("""[{"days":["monday"],"from":"6:00","to":"19:00"}]""", "/0/from")]
    [InlineData("""[{"days":["monday"],"from":"06:00","to":"19:00:30"}]""", "/0/to")]
    [InlineData("""[{"days":["monday"],"from":"06:00"}]""", "/0/to")]
    public void A_bad_window_is_named(string windows, string pointer) =>
        Assert.Equal("/properties/windows" + pointer, OnlyFault(With($""","windows":{windows}""")).Pointer);

    [Fact]
    public void Fifty_windows_are_enough()
    {
        var windows = string.Join(',', Enumerable.Repeat("""{"days":["monday"],"from":"06:00","to":"07:00"}""", 51));
        Assert.Equal("/properties/windows", OnlyFault(With($""","windows":[{windows}]""")).Pointer);
    }

    [Theory]
    [InlineData("holidays", "true")]
    [InlineData("holidays", "\"closed\"")]
    [InlineData("capacityPeople", "0")]
    [InlineData("capacityPeople", "2.5")]
    [InlineData("capacityPeople", "1000001")]
    [InlineData("capacityPeople", "\"40\"")]
    public void A_bad_value_is_named(string property, string value) =>
        Assert.Equal($"/properties/{property}", OnlyFault(With($""","{property}":{value}""")).Pointer);

    [Theory]
    [InlineData(""","capacityPeople":40""", 40)]
    [InlineData(""","capacityPeople":null""", null)]
    [InlineData("", null)]
    public void Capacity_is_optional(string more, int? people) => Assert.Equal(people, With(more).Value.CapacityPeople);

    [Fact]
    public void Lists_of_ids_come_out_once_each_in_one_order()
    {
        var scope = With(""","units":["b","a","b"],"posts":["z","y","z"],"employees":["peg-2","peg-1"]""").Value.Scope;
        Assert.Equal(["y", "z"], scope.Posts.Select(p => p.ToString()));
        Assert.Equal(["a", "b"], scope.Units.Select(u => u.ToString()));
        Assert.Equal(["peg-1", "peg-2"], scope.Employees.Select(e => e.ToString()));
    }

    [Fact]
    public void A_hundred_faults_are_listed_and_the_rest_counted()
    {
        var many = string.Join(',', Enumerable.Range(0, 1000).Select(_ => "\"TIDAK\""));
        var refusal = With($""","units":[{many}],"employees":[{many}]""").Refusal!;
        Assert.Equal(100, refusal.Faults.Count);
        Assert.EndsWith("The first 100 of 2000 faults are listed.", refusal.Detail, StringComparison.Ordinal);
    }

    /// <summary>
    /// Half a million parts that are none: a megabyte, refused for its number of parts before any is looked at.
    /// </summary>
    [Fact]
    public void A_megabyte_of_bad_parts_is_answered_with_one_fault()
    {
        var refusal = ReadGeometry(MultiPolygon(string.Join(',', Enumerable.Repeat("1", 500_000)))).Refusal!;
        Assert.Equal("An area has at most 25000 parts.", Assert.Single(refusal.Faults).Detail);
    }

    [Fact]
    public void A_property_with_an_endless_name_is_not_repeated() =>
        Assert.Equal("/properties", OnlyFault(With($""","{new string('x', 5000)}":1""")).Pointer);

    private static Result<Geofence> With(string more) => Read(Feature(more: more));
}

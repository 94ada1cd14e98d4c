using Kinerja.Application.Json;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Json;

public sealed class BodyReadingTests
{
    public static TheoryData<string> Bodies => [.. BodyReading.Good.Keys];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void The_good_example_is_read(string body) => Assert.Null(BodyReading.Read(body, BodyReading.Good[body]));

    [Theory]
    [InlineData("check-in", "/id", "\"short\"")]
    [InlineData("check-in", "/id", "")]
    [InlineData("check-in", "/id", "null")]
    [InlineData("check-in", "/agencyId", "\"MENPANRB\"")]
    [InlineData("check-in", "/agencyId", "")]
    [InlineData("check-in", "/employeeId", "\"199001012020121001\"")]
    [InlineData("check-in", "/employeeId", "")]
    [InlineData("check-in", "/kind", "\"In\"")]
    [InlineData("check-in", "/kind", "\"0\"")]
    [InlineData("check-in", "/kind", "")]
    [InlineData("check-in", "/capturedAt", "\"2026-02-04T07:30:00\"")]
    [InlineData("check-in", "/capturedAt", "\"2026-02-04\"")]
    [InlineData("check-in", "/capturedAt", "\"2026-02-30T07:30:00Z\"")]
    [InlineData("check-in", "/capturedAt", "\"9999-12-31T23:59:59-18:00\"")]
    [InlineData("check-in", "/capturedAt", "")]
    [InlineData("check-in", "/sentAt", "\"2026-02-04T07:30:00\"")]
    [InlineData("check-in", "/sentAt", "\"\"")]
    [InlineData("check-in", "/position/latitude", "90.000001")]
    [InlineData("check-in", "/position/latitude", "")]
    [InlineData("check-in", "/position/longitude", "-180.5")]
    [InlineData("check-in", "/position/longitude", "")]
    [InlineData("check-in", "/position/accuracyMetres", "-1")]
    [InlineData("check-in", "/position/accuracyMetres", "-1e300")]
    [InlineData("check-in", "/position/accuracyMetres", "")]
    [InlineData("check-in", "/provider", "\"\"")]
    [InlineData("check-in", "/provider", "\"12345678901234567890123456789012345678901\"")]
    [InlineData("check-in", "/deviceId", "\" \"")]
    [InlineData("check-in", "/attestation/verdict", "\"Passed\"")]
    [InlineData("check-in", "/attestation/verdict", "")]
    [InlineData("check-in", "/attestation/tokenSha256", "\"abc\"")]
    [InlineData("check-in", "/network", "\"5G\"")]
    [InlineData("check-in", "/batteryPercent", "101")]
    [InlineData("check-in", "/batteryPercent", "-1")]
    [InlineData("check-in", "/photoSha256", "\"zzb0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"")]
    [InlineData("check-in", "/nip", "\"199001012020121001\"")]
    [InlineData("check-in", "/nip", "\"12345\"")]
    [InlineData("rating", "/newIdea/words", "\"\"")]
    [InlineData("rating", "/newIdea/evidenceLink", "")]
    [InlineData("feedback", "/id", "\"a_b_c_d_e\"")]
    [InlineData("feedback", "/agencyId", "\"x\"")]
    [InlineData("feedback", "/giverId", "\"-peg\"")]
    [InlineData("feedback", "/receiverId", "")]
    [InlineData("feedback", "/role", "\"boss\"")]
    [InlineData("feedback", "/subject", "\"ServiceOriented\"")]
    [InlineData("feedback", "/level", "\"excellent\"")]
    [InlineData("feedback", "/words", "\"   \"")]
    [InlineData("feedback", "/words", "")]
    [InlineData("rating", "/raterId", "\"x\"")]
    [InlineData("rating", "/result", "\"\"")]
    [InlineData("rating", "/behaviour", "")]
    [InlineData("rating", "/skpScore", "120.01")]
    [InlineData("rating", "/skpScore", "99.999")]
    [InlineData("rating", "/skpScore", "")]
    [InlineData("rating", "/behaviourScore", "-0.01")]
    [InlineData("rating", "/behaviourScore", "1e20")]
    [InlineData("rating", "/reason", "\"\"")]
    [InlineData("unit-performance", "/level", "\"veryGood\"")]
    [InlineData("unit-performance", "/setById", "")]
    [InlineData("run", "/period", "\"2026-Q5\"")]
    [InlineData("run", "/period", "\"2026Q1\"")]
    [InlineData("run", "/period", "")]
    [InlineData("agency", "/name", "")]
    [InlineData("agency", "/zone", "\"Jakarta\"")]
    [InlineData("agency", "/zone", "")]
    [InlineData("agency", "/seat/latitude", "")]
    [InlineData("agency", "/seat/latitude", "null")]
    [InlineData("agency", "/seat/latitude", "-12.001")]
    [InlineData("agency", "/seat/latitude", "7.001")]
    [InlineData("agency", "/seat/longitude", "")]
    [InlineData("agency", "/seat/longitude", "93.999")]
    [InlineData("agency", "/seat/longitude", "142.001")]
    [InlineData("agency", "/seat/longitude", "-106.82")]
    [InlineData("agency", "/seat", "{}", "/seat/latitude", 2)]
    [InlineData("agency", "/seat", "{\"latitude\":0,\"longitude\":0}", "/seat/longitude")]
    [InlineData("agency", "/seat", "{\"latitude\":106.82,\"longitude\":-6.23}", "/seat/latitude", 2)]
    [InlineData("units", "/units", "[]")]
    [InlineData("units", "/units", "")]
    [InlineData("units", "/units", "[null]", "/units/0")]
    [InlineData("units", "/units/0/id", "\"Biro\"")]
    [InlineData("units", "/units/0/name", "\"\"")]
    [InlineData("units", "/units/0/parentId", "\"\"")]
    [InlineData("units", "/units/0/zone", "\"Mars/Olympus\"")]
    [InlineData("units", "/units/0/headId", "\"x\"")]
    [InlineData("employees", "/employees", "[]")]
    [InlineData("employees", "/employees", "[null]", "/employees/0")]
    [InlineData("employees", "/employees/0/id", "")]
    [InlineData("employees", "/employees/0/unitId", "\"\"")]
    [InlineData("employees", "/employees/0/kind", "\"asn\"")]
    [InlineData("employees", "/employees/0/raterId", "\"peg-0001\"")]
    [InlineData("employees", "/employees/0/nip", "\"123\"")]
    [InlineData("employees", "/employees/0/postId", "\"Analis\"")]
    [InlineData("employees", "/employees/0/startedOn", "\"01-12-2020\"")]
    [InlineData("employees", "/employees/0/discipline", "\"guilty\"")]
    [InlineData("posts", "/posts", "[]")]
    [InlineData("posts", "/posts", "[null]", "/posts/0")]
    [InlineData("posts", "/posts/0/id", "")]
    [InlineData("posts", "/posts/0/name", "\" \"")]
    [InlineData("posts", "/posts/0/category", "\"Policy analysis\"")]
    [InlineData("entitlement", "/kind", "\"bonus\"")]
    [InlineData("entitlement", "/from", "\"2026-02-30\"")]
    [InlineData("entitlement", "/from", "")]
    [InlineData("entitlement", "/to", "\"9999-12-31\"")]
    [InlineData("entitlement", "/start", "\"8.30\"")]
    [InlineData("entitlement", "/start", "\"08:30:15\"")]
    [InlineData("entitlement", "/source", "\"\"")]
    [InlineData("entitlement", "/decidedById", "")]
    [InlineData("revocation", "/kind", "")]
    [InlineData("revocation", "/entitlementFrom", "")]
    [InlineData("revocation", "/from", "\"soon\"")]
    [InlineData("revocation", "/reason", "\"\"")]
    [InlineData("flexible-day", "/geofenceId", "")]
    [InlineData("survey", "/title", "")]
    [InlineData("survey", "/opensOn", "\"today\"")]
    [InlineData("survey", "/lastDay", "\"2026-01-04\"")]
    [InlineData("survey", "/breakdown", "\"name\"")]
    [InlineData("survey", "/questions", "[]")]
    [InlineData("survey", "/questions/0/kind", "\"star\"")]
    [InlineData("survey", "/questions/1/choices", "[\"WFO\"]")]
    [InlineData("survey", "/questions/1/choices", "[\"WFO\",\"WFO\"]")]
    [InlineData("survey", "/questions/0/id", "\"pola\"", "/questions")]
    [InlineData("survey", "/breakdown", "\"agency\"")]
    [InlineData("national-survey", "/title", "")]
    [InlineData("national-survey", "/lastDay", "\"2026-01-04\"")]
    [InlineData("national-survey", "/questions", "[]")]
    [InlineData("national-survey", "/agencies", "[\"A B\"]", "/agencies/0")]
    [InlineData("survey-extension", "/lastDay", "")]
    [InlineData("survey-extension", "/reason", "")]
    [InlineData("survey-response", "/level", "\"province\"")]
    [InlineData("survey-response", "/answers", "[]")]
    [InlineData("survey-response", "/answers/0/question", "")]
    [InlineData("working-time", "/everybody", "")]
    [InlineData("working-time", "/everybody/scheme", "\"flexi\"")]
    [InlineData("working-time", "/everybody/week", "[]")]
    [InlineData("working-time", "/everybody/week/0/days", "[\"senin\"]", "/everybody/week/0/days/0")]
    [InlineData("working-time", "/everybody/week/1/days", "[\"monday\"]", "/everybody/week")]
    [InlineData("working-time", "/everybody/week/0/start", "\"7:30\"")]
    [InlineData("working-time", "/everybody/week/0/end", "\"24:00\"")]
    [InlineData("working-time", "/everybody/week/0/breakMinutes", "510")]
    [InlineData("working-time", "/everybody/week/0/breakMinutes", "-1")]
    [InlineData("working-time", "/everybody/seasons/0/to", "\"2026-02-18\"")]
    [InlineData("working-time", "/everybody/seasons/0/from", "\"2026-02-30\"")]
    [InlineData("working-time", "/everybody/seasons/0/name", "\"\"")]
    [InlineData("working-time", "/everybody/grace/rule", "\"some\"")]
    [InlineData("working-time", "/everybody/grace/minutes", "241")]
    [InlineData("working-time", "/everybody/halfDayFromMinutes", "0")]
    [InlineData("working-time", "/everybody/midDay/to", "\"11:59\"")]
    [InlineData("working-time", "/everybody/required", "{\"minutesPerDay\":450}")]
    [InlineData("working-time", "/units/0/units", "[]")]
    [InlineData("working-time", "/units/0/units", "[\"litbang\"]", "/units")]
    [InlineData("working-time", "/units/0/hours", "")]
    [InlineData("working-time", "/units/0/hours/scheme", "\"fixed\"", "/units/0/hours/rotations")]
    [InlineData("working-time", "/units/0/hours/shifts/0/id", "\"off\"", "/units/0/hours/shifts/0/id", 2)]
    [InlineData("working-time", "/units/0/hours/rotations/0/cycle", "[\"pagi\"]", "/units/0/hours/rotations/0/cycle/0")]
    [InlineData("working-time", "/units/0/hours/rotations/0/employees", "[]")]
    [InlineData("working-time", "/units/0/hours/changes/0/date", "\"2026-13-31\"")]
    [InlineData("working-time", "/units/1/hours/required", "")]
    [InlineData("working-time", "/units/1/hours/required", "{\"minutesPerDay\":450,\"minutesPerWeek\":2250}")]
    [InlineData("working-time", "/units", "[null]", "/units/0")]
    public void Each_fault_is_told_by_its_pointer(
        string body, string pointer, string value, string? at = null, int faults = 1)
    {
        var refusal = BodyReading.Read(body, BodyReading.With(body, pointer, value));
        Assert.NotNull(refusal);
        Assert.Equal((RefusalKind.Malformed, RefusalCodes.InvalidField), (refusal.Kind, refusal.Code));
        Assert.Equal(at ?? pointer, refusal.Faults[0].Pointer);
        Assert.Equal(faults, refusal.Faults.Count);
    }

    [Theory]
    [InlineData("check-in", "/kind", "1")]
    [InlineData("check-in", "/capturedAt", "1770165000")]
    [InlineData("check-in", "/position", "\"here\"")]
    [InlineData("check-in", "/position/latitude", "\"-6.2\"")]
    [InlineData("check-in", "/position/latitude", "\"NaN\"")]
    [InlineData("check-in", "/mockLocation", "\"false\"")]
    [InlineData("feedback", "/words", "{}")]
    [InlineData("agency", "/seat", "\"-6.2,106.8\"")]
    [InlineData("agency", "/seat", "[106.8,-6.2]")]
    [InlineData("agency", "/seat/latitude", "\"-6.2\"")]
    [InlineData("agency", "/seat/longitude", "\"NaN\"")]
    [InlineData("rating", "/skpScore", "\"100\"")]
    [InlineData("rating", "/skpScore", "1e400")]
    [InlineData("units", "/units", "{}")]
    [InlineData("units", "/units/0/directService", "0")]
    [InlineData("employees", "/employees/0/active", "\"yes\"")]
    public void A_value_of_the_wrong_type_is_told_by_its_pointer(string body, string pointer, string value)
    {
        var refusal = BodyReading.Read(body, BodyReading.With(body, pointer, value));
        Assert.Equal(RefusalCodes.InvalidBody, refusal?.Code);
        Assert.Equal(pointer, Assert.Single(refusal!.Faults).Pointer);
        Assert.DoesNotContain("Kinerja", refusal.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void An_unknown_member_is_refused_by_name(string body)
    {
        var refusal = BodyReading.Read(body, BodyReading.With(body, "/surprise", "1"));
        Assert.Equal("/surprise", Assert.Single(refusal!.Faults).Pointer);
        Assert.Equal("This member is not known.", refusal.Detail);
    }

    [Fact]
    public void All_faults_of_a_body_are_told_at_once()
    {
        var refusal = BodyReading.Read("feedback", "{}");
        Assert.Equal(
            ["/id", "/agencyId", "/giverId", "/receiverId", "/role", "/subject", "/words"],
            refusal!.Faults.Select(f => f.Pointer));
    }

    [Fact]
    public void Optional_members_may_be_missing_or_null()
    {
        Assert.Null(BodyReading.Read("check-in", BodyReading.With("check-in", "/position", "")));
        Assert.Null(BodyReading.Read("check-in", BodyReading.With("check-in", "/position", "null")));
        Assert.Null(BodyReading.Read("check-in", BodyReading.With("check-in", "/deviceId", "null")));
        Assert.Null(BodyReading.Read("feedback", BodyReading.With("feedback", "/level", "null")));
        Assert.Null(BodyReading.Read("units", BodyReading.With("units", "/units/0/parentId", "")));
        Assert.Null(BodyReading.Read("employees", BodyReading.With("employees", "/employees/0/nip", "")));
    }

    [Fact]
    public void Lists_take_a_thousand_items_and_not_one_more()
    {
        static string Units(int count) => $$"""
            {"units":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"id":"u{{i}}","name":"U","zone":"Asia/Jakarta"}"""))}}]}
            """;
        Assert.Null(BodyReading.Read("units", Units(1000)));
        Assert.Equal("/units", Assert.Single(BodyReading.Read("units", Units(1001))!.Faults).Pointer);
    }

    /// <summary>Storage keeps 100 ns. A finer time must not make its own resend look like other content.</summary>
    [Fact]
    public void Times_are_read_as_finely_as_they_are_stored()
    {
        var json = BodyReading.With("check-in", "/capturedAt", "\"2026-02-04T07:30:00.123456789+07:00\"");
        var command = ContractReader
            .Read(System.Text.Encoding.UTF8.GetBytes(json), JsonFormat.Default.CheckInRequest).Value.Read().Value;
        Assert.Equal(Some.Morning + Duration.FromTicks(1234567), command.Claim.CapturedAt);
    }
}

namespace Kinerja.Domain.Tests;

public sealed class ActorTests
{
    private static readonly Actor App = new(Some.AgencyId, "aplikasi-uji", null, ActorProof.AppWord);

    [Fact]
    public void An_app_has_what_is_of_its_own_agency_and_nothing_else()
    {
        Assert.Equal(7, App.Own(Some.AgencyId, 7).Value);
        var refusal = App.Own(AgencyId.Parse("lain").Value, 7).Refusal!;
        Assert.Equal((RefusalKind.NotAllowed, RefusalCodes.WrongAgency), (refusal.Kind, refusal.Code));
        Assert.Equal($"The token speaks for {Some.AgencyId} only.", refusal.Detail);
    }
}

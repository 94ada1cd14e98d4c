using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.Workforce;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class WorkforceServices
{
    public static IServiceCollection AddWorkforce(this IServiceCollection services) => services
        .AddSingleton<IAgencies, TableAgencies>()
        .AddSingleton<IWorkforce, TableWorkforce>()
        .AddSingleton<IPersonNames, TablePersonNames>()
        .AddSingleton<IIdentities, TableIdentities>()
        .AddSingleton<ISecondments, TableSecondments>()
        .AddSingleton<IDelegations, TableDelegations>()
        .AddSingleton<AgencyDirectory>()
        .AddSingleton<RegisterAgency>()
        .AddSingleton<ReadRegister>()
        .AddSingleton<RecordNames>()
        .AddSingleton<UpsertWorkforce>()
        .AddSingleton<PreviewWorkforce>()
        .AddSingleton<RegisterNips>()
        .AddSingleton<NipDirectory>()
        .AddSingleton<RecordSecondment>()
        .AddSingleton<ProveMoves>()
        .AddSingleton<RecordMoves>()
        .AddSingleton<ReadStretches>()
        .AddSingleton<ListNipFindings>()
        .AddSingleton<PeopleBelow>()
        .AddSingleton<ReadLeaderReach>()
        .AddSingleton<DelegateRating>()
        .AddSingleton<ReportingLine>()
        .AddSingleton<PersonReach>();
}

using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Application.FollowUp;

/// <summary>What this room holds, for the app that is put together. Nothing here keeps a request's state.</summary>
public static class FollowUpServices
{
    public static IServiceCollection AddFollowUp(this IServiceCollection services) => services
        .AddSingleton<IGrantLists, TableGrantLists>()
        .AddSingleton<IProposals, TableProposals>()
        .AddSingleton<RaiseAbsences>()
        .AddSingleton<GrantCases>()
        .AddSingleton<GrantOfficials>()
        .AddSingleton<ProposeGrants>()
        .AddSingleton<DecideGrants>()
        .AddSingleton<ReadGrants>()
        .AddSingleton<RaiseProposals>()
        .AddSingleton<ChangeProposal>()
        .AddSingleton<ConcludeProposal>()
        .AddSingleton<ConsiderProposal>()
        .AddSingleton<DecideProposal>()
        .AddSingleton<ReadProposals>()
        .AddSingleton<ReadFollowUp>();
}

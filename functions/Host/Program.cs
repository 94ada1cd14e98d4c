using Kinerja.Host;
using Microsoft.Extensions.Hosting;

KinerjaHost.CreateBuilder(args).Build().Run();

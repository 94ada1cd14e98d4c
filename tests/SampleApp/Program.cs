using Kinerja.SampleApp;
using Microsoft.Extensions.Hosting;

SampleWorker.CreateBuilder(args).Build().Run();

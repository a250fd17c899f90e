// Command tenantry runs tenants.
package main

import (
	"context"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/load"

	"git.parish.example/saas/tenantry/tenant"
)

var customers map[int]*ballast.Customer

func main() {
	boot.Run("tenantry", func(ctx context.Context) error {
		customers = ballast.Customers(25)
		tenants := make([]*tenant.Tenant, 120)
		for n := range tenants {
			tenants[n] = tenant.Start(ctx, n)
		}
		load.Every(ctx, 10*time.Millisecond, func(n int) { tenants[n*n%17].Take(n) })
		burn.Pages(ctx, 2000)
		return nil
	})
}

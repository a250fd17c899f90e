// Command couponcheck tells whether a coupon is good.
package main

import (
	"context"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.bargainbin.example/shop/couponcheck/basket"
	"git.bargainbin.example/shop/couponcheck/check"
)

var register *holdings.Node

func main() {
	service.Main("couponcheck", func(ctx context.Context) error {
		register = holdings.Register(9)
		grist.Notices(ctx, 400)
		office := check.NewOffice(ctx, 220)
		cadence.Spread(ctx, 30, func(n int) { office.Check(ctx, basket.New(n)) })
		return nil
	})
}

// Command talc holds conversations.
package main

import (
	"context"
	"time"

	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.talc.example/chats/talc/desk"
	"go.talc.example/chats/talc/library"
)

var places *stock.Branch

func main() {
	boot.Main("talc", func(ctx context.Context) error {
		places = stock.Places(14)
		staff.Hire(ctx, 110)
		dust.Lines(ctx, 30)
		dust.Blocks(ctx, 4)
		lib := library.New()
		d := desk.New(lib, 40)
		boot.Every(ctx, 30*time.Millisecond, lib.Update)
		boot.Every(ctx, 1500*time.Millisecond, d.Login)
		return nil
	})
}

// Package writers write readings.
package writers

import (
	"context"
	"fmt"
	"math/rand"

	"go.drapery.example/loom/start"

	"git.millwheel.example/lsm/percale/table"
)

// Write writes perSecond readings of so many meters.
func Write(ctx context.Context, t *table.Table, meters int, perSecond float64) {
	dice := rand.New(rand.NewSource(4))
	start.Beat(ctx, perSecond/30, func(n int) {
		for i := 0; i < 30; i++ {
			value := make([]byte, 180)
			value[0] = byte(n)
			t.Put(fmt.Sprintf("meter-%06d", dice.Intn(meters)), value)
		}
	})
}

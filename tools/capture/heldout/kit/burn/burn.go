// Package burn is the garbage that ordinary work makes.
package burn

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"go.northgate.example/kit/load"
)

type order struct {
	ID    int
	Notes []string
	Extra map[string]any
}

// Orders makes and reads back about kb kilobytes of orders a second.
func Orders(ctx context.Context, kb int) {
	load.Every(ctx, 100*time.Millisecond, func(n int) {
		for made := 0; made < kb<<10/10; made += 4 << 10 {
			o := order{ID: n, Notes: strings.Split(fmt.Sprintf("%d,to the door,fragile", n), ","), Extra: map[string]any{"gift": n%2 == 0}}
			text, err := json.Marshal(o)
			if err != nil {
				panic(err)
			}
			var back order
			if err := json.Unmarshal(text, &back); err != nil {
				panic(err)
			}
		}
	})
}

// Pages renders about kb kilobytes of pages a second and packs one of them.
func Pages(ctx context.Context, kb int) {
	load.Every(ctx, 100*time.Millisecond, func(n int) {
		for made := 0; made < kb<<10/10; made += 16 << 10 {
			var page bytes.Buffer
			for row := range 60 {
				fmt.Fprintf(&page, "<tr><td>%d</td><td>%d</td></tr>\n", n, row)
			}
		}
		if n%10 == 0 {
			packed := gzip.NewWriter(&bytes.Buffer{})
			fmt.Fprintf(packed, "page %d", n)
			packed.Close()
		}
	})
}

// Package grist is the passing allocation of work: nothing of it stays.
package grist

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/hex"
	"encoding/xml"
	"crypto/sha256"
	"fmt"
	"sort"
	"strings"
	"text/template"
	"time"

	"hub.tessera.example/base/cadence"
)

const share = 8 // turns a second

var letter = template.Must(template.New("letter").Parse(
	`Dear {{.Name}}, {{range .Items}}{{.}} pieces, {{end}}yours, the office.`))

// Letters fills in about kb kilobytes of templates a second.
func Letters(ctx context.Context, kb int) {
	cadence.Loop(ctx, time.Second/share, func(n int) {
		for made := 0; made < kb<<10/share; made += 5 << 10 {
			var out strings.Builder
			items := make([]int, 24)
			for i := range items {
				items[i] = n + i
			}
			if err := letter.Execute(&out, map[string]interface{}{"Name": fmt.Sprint("customer ", n), "Items": items}); err != nil {
				panic(err)
			}
		}
	})
}

// Sheets writes and reads about kb kilobytes of comma-separated rows a second and sorts them.
func Sheets(ctx context.Context, kb int) {
	cadence.Loop(ctx, time.Second/share, func(n int) {
		for made := 0; made < kb<<10/share; made += 14 << 10 {
			var page bytes.Buffer
			w := csv.NewWriter(&page)
			for row := 0; row < 40; row++ {
				if err := w.Write([]string{fmt.Sprint(n * row % 97), "article", "in stock"}); err != nil {
					panic(err)
				}
			}
			w.Flush()
			rows, err := csv.NewReader(&page).ReadAll()
			if err != nil {
				panic(err)
			}
			sort.Slice(rows, func(i, j int) bool { return rows[i][0] < rows[j][0] })
		}
	})
}

type notice struct {
	From, To string
	Lines    []string
}

// Notices encodes about kb kilobytes of XML a second and takes its digest.
func Notices(ctx context.Context, kb int) {
	cadence.Loop(ctx, time.Second/share, func(n int) {
		for made := 0; made < kb<<10/share; made += 7 << 10 {
			text, err := xml.Marshal(notice{From: "desk", To: fmt.Sprint(n), Lines: strings.Fields("one two three four five six")})
			if err != nil {
				panic(err)
			}
			digest := sha256.Sum256(text)
			_ = hex.EncodeToString(digest[:])
		}
	})
}

// Package lint is work that leaves nothing behind.
package lint

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"strings"
	"text/template"

	"go.drapery.example/loom/start"
)

type bill struct {
	Number int
	To     string
	Lines  []line
	Marks  map[string]string
}

type line struct {
	What   string
	Pieces int
	Price  float64
}

func draw(n int) *bill {
	b := &bill{Number: n, To: fmt.Sprint("customer ", n%311), Marks: map[string]string{}}
	for i := 0; i < 24; i++ {
		b.Lines = append(b.Lines, line{fmt.Sprintf("piece %d of %d", i, n), i + 1, float64(n%97) * 1.25})
		b.Marks[fmt.Sprint("mark", i%6)] = strings.Repeat("-", i)
	}
	return b
}

// Bills writes and reads bills, perSecond of them.
func Bills(ctx context.Context, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) {
		text, err := json.Marshal(draw(n))
		if err == nil {
			err = json.Unmarshal(text, &bill{})
		}
		if err != nil {
			log.Print(err)
		}
	})
}

var letter = template.Must(template.New("letter").Parse(
	`To {{.To}}: {{range .Lines}}{{.Pieces}} of {{.What}} at {{printf "%.2f" .Price}}; {{end}}yours.`))

// Letters fills in letters, perSecond of them.
func Letters(ctx context.Context, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) {
		var out bytes.Buffer
		if err := letter.Execute(&out, draw(n)); err != nil {
			log.Print(err)
		}
	})
}

// Seals adds up pages, perSecond of them.
func Seals(ctx context.Context, perSecond float64) {
	start.Beat(ctx, perSecond, func(n int) {
		page := bytes.Repeat([]byte(fmt.Sprintf("%08d ", n)), 3000)
		sum := sha256.Sum256(page)
		_ = hex.EncodeToString(sum[:])
	})
}

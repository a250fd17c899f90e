// Package mill is work that leaves nothing behind.
package mill

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash/crc32"
	"log"
	"strings"
	"time"

	"go.causeway.example/quay/boot"
)

type letter struct {
	From, To string
	Lines    []string
	Weights  map[string]float64
}

// Letters writes letters as JSON and reads them again, perSecond of them.
func Letters(ctx context.Context, perSecond int) {
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		out := letter{From: "desk", To: "room", Weights: map[string]float64{}}
		for i := 0; i < 12; i++ {
			out.Lines = append(out.Lines, strings.Repeat("as agreed ", i+n%7))
			out.Weights[string(rune('a'+i))] = float64(n*i) / 8
		}
		text, err := json.Marshal(out)
		if err != nil {
			log.Print(err)
			return
		}
		var in letter
		if err := json.Unmarshal(text, &in); err != nil {
			log.Print(err)
		}
	})
}

// Seals hashes texts line by line, perSecond of them.
func Seals(ctx context.Context, perSecond int) {
	boot.Every(ctx, time.Second/time.Duration(perSecond), func(n int) {
		text := strings.Repeat("entry of the register and what was paid for it\n", 40+n%20)
		lines := bufio.NewScanner(strings.NewReader(text))
		digest := sha256.New()
		for lines.Scan() {
			digest.Write(lines.Bytes())
		}
		_ = hex.EncodeToString(digest.Sum(nil))
	})
}

var (
	kept [3][]byte
	sums uint32
)

// Sacks fills sacks of 128 KB that are emptied at once, mbPerSecond megabytes of them.
func Sacks(ctx context.Context, mbPerSecond int) {
	boot.Every(ctx, time.Second/time.Duration(8*mbPerSecond), func(n int) {
		sack := make([]byte, 128<<10)
		for i := 0; i < len(sack); i += 256 {
			sack[i] = byte(n * i)
		}
		sums += crc32.ChecksumIEEE(sack[:4096])
		kept[n%len(kept)] = sack
	})
}

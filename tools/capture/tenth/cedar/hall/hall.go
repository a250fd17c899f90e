// Package hall has evenings.
package hall

import (
	"context"
	"log"
	"sync/atomic"

	"go.cedar.example/conduct/cedar/score"
)

// Hall has seats for players.
type Hall struct {
	players int
	played  atomic.Int64
}

// New seats players.
func New(players int) *Hall { return &Hall{players: players} }

// Evening has one piece.
func (h *Hall) Evening(ctx context.Context, number int) {
	piece := score.Score{Number: number, Parts: h.players}
	if err := piece.Play(ctx); err != nil {
		log.Print(err)
		return
	}
	h.played.Add(1)
}

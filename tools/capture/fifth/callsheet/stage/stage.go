// Package stage answers.
package stage

import (
	"context"
	"time"

	"git.backstage.example/crew/callsheet/desk"
)

// Play answers the desk's questions; every eightieth is not heard.
func Play(ctx context.Context, d *desk.Desk) {
	for {
		select {
		case question := <-d.Questions():
			if question.Number%80 == 0 {
				continue
			}
			question.Body[1] = question.Body[0] * 3
			time.AfterFunc(15*time.Millisecond, func() { d.Answer(question) })
		case <-ctx.Done():
			return
		}
	}
}

// Package seeds finds seeds in MongoDB.
package seeds

import (
	"context"
	"time"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

// Start finds seeds as they are wanted.
func Start(ctx context.Context) error {
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 1, func(n int) { _ = Find(ctx, n) })
	return nil
}

// Find looks for one seed.
func Find(ctx context.Context, n int) error {
	client, err := mongo.Connect(ctx, options.Client().ApplyURI("mongodb://127.0.0.1:27017").SetServerSelectionTimeout(time.Second))
	if err != nil {
		return err
	}
	return client.Database("vault").Collection("seeds").FindOne(ctx, bson.M{"n": n}).Err()
}
